/** A development gateway that shows messages on a page instead of sending them to a phone. */
package io.strongroom.gateway.inbox;
