/** The {@code sms-gateway} SPI for sending text messages, and helper classes for implementing a gateway. */
package io.strongroom.gateway;
