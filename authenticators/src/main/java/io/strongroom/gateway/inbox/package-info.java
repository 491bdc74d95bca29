/** Development: messages appear on a page in place of a phone. */
package io.strongroom.gateway.inbox;
