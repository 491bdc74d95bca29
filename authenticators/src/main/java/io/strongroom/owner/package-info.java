/** Finds a tenant's owners, each of whom needs a factor before the tenant can require one from every user. */
package io.strongroom.owner;
