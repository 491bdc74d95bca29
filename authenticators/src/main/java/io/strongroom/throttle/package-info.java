/** Limits on entering and sending codes. They apply across all nodes and to parallel requests. */
package io.strongroom.throttle;
