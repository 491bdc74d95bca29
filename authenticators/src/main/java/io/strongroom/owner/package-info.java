/** The owners of a tenant, who each need a factor before the tenant can require one of every user. */
package io.strongroom.owner;
