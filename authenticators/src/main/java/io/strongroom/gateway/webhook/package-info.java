/** A gateway that sends messages through any HTTP API, configured by templates and rules in the provider options. */
package io.strongroom.gateway.webhook;
