/** Limits that hold on all nodes and against parallel requests: on entering codes, and on sending them. */
package io.strongroom.throttle;
