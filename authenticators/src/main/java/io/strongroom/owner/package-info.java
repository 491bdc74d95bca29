/** The owners of a tenant, who need a factor before it is required of everybody. */
package io.strongroom.owner;
