/** The SPI {@code sms-gateway}, which sends text messages, and helpers for implementing a gateway. */
package io.strongroom.gateway;
