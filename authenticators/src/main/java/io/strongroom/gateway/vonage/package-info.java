/** Gateways that send through Vonage's Java SDK. */
package io.strongroom.gateway.vonage;
