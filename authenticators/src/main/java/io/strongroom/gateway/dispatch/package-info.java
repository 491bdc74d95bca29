/** Gets messages from a login to a gateway: after the commit, off the login's thread, never more than the pool holds. */
package io.strongroom.gateway.dispatch;
