/** Pages of users, loaded with a number of SQL statements that does not depend on the number of users. */
package io.strongroom.admin.query;
