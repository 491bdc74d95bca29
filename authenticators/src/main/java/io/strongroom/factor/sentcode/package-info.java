/**
 * Codes sent to a recipient of the user's, whatever the channel: issuing a code, the page that asks for it, checking the
 * entry, and the limits on sending. A factor provides the {@link io.strongroom.factor.sentcode.Channel}.
 */
package io.strongroom.factor.sentcode;
