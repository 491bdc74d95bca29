/** The SPI {@code sms-gateway} for sending text messages, and helpers for implementing a gateway. */
package io.strongroom.gateway;
