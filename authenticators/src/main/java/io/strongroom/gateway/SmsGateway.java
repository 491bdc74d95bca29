package io.strongroom.gateway;

import org.keycloak.provider.Provider;

/**
 * A way to send text messages. Implementations are called from a pool of Strongroom's own, never on a login's thread, with
 * no transaction open.
 */
public interface SmsGateway extends Provider {

    /**
     * Sends a message, within 5 seconds, without retrying after a read time-out (the first may have been delivered). Never
     * throws for what the vendor does: that is a {@link SendResult}.
     */
    SendResult send(SmsMessage message);

    @Override
    default void close() {}
}
