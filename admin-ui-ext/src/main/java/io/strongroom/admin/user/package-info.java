/** Endpoints for users: their status, their factors, and the changes that an administrator can make to them. */
package io.strongroom.admin.user;
