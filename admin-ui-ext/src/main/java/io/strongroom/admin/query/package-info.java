/** Queries for pages of users, which run a fixed number of SQL statements regardless of the number of users. */
package io.strongroom.admin.query;
