/** The SPI {@code sms-gateway}, through which text messages leave, and the pool that keeps vendors off login threads. */
package io.strongroom.gateway;
