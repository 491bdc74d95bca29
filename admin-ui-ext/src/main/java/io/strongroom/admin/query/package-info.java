/** Lists of users, a page at a time, with a number of SQL statements that does not depend on how many users there are. */
package io.strongroom.admin.query;
