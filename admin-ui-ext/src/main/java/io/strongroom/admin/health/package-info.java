/** The findings of a tenant and its organizations: problems that an administrator should fix (X9). */
package io.strongroom.admin.health;
