/** Limits on entering and sending codes, enforced across all nodes and parallel requests. */
package io.strongroom.throttle;
