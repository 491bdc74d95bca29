/** A gateway that sends through any HTTP API, described by templates and rules in the provider's options. */
package io.strongroom.gateway.webhook;
