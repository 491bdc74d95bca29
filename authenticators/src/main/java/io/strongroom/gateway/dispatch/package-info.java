/**
 * Dispatches messages from a login to a gateway: after the commit, on a thread from the gateway's own pool, with
 * fallback to a second gateway if the first one definitely did not send the message.
 */
package io.strongroom.gateway.dispatch;
