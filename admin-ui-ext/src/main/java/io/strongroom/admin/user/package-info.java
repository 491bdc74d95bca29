/** Users: their status, their factors, and what an administrator can change about them. */
package io.strongroom.admin.user;
