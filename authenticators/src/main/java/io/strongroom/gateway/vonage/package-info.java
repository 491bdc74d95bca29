/** Gateways that send messages through Vonage's Java SDK. */
package io.strongroom.gateway.vonage;
