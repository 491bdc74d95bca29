/**
 * Dispatches messages from a login to a gateway: after the commit, on a thread of the gateway's own pool, with fallback to a
 * second gateway if the first certainly did not send.
 */
package io.strongroom.gateway.dispatch;
