/** Pages of users, loaded with a fixed number of SQL statements, regardless of the number of users. */
package io.strongroom.admin.query;
