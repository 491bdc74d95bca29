/**
 * Gets messages from a login to a gateway: after the commit, off the login's thread, in a pool of each gateway's own, and on to
 * a second gateway where the first certainly did not send.
 */
package io.strongroom.gateway.dispatch;
