/** Text messages through any HTTP API, described by templates and rules in the provider's options. */
package io.strongroom.gateway.webhook;
