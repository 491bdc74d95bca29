/** Users: where they stand, what they have set up, and what an administrator can do about it. */
package io.strongroom.admin.user;
