/** Limits on the entry and sending of codes, enforced across all nodes and parallel requests. */
package io.strongroom.throttle;
