package io.strongroom.gateway;

import org.keycloak.provider.Provider;

/**
 * Sends a text message. A {@link SmsGatewayFactory} creates one instance per message.
 *
 * <p>{@link #send} is called once, on a thread from Strongroom's pool. By then, no transaction is open and the
 * session that created the gateway has ended: {@code send} must use neither that session nor any object bound to it.
 * For the same reason, {@link #close} may be called before {@code send}; by default, it does nothing.
 */
@FunctionalInterface
public interface SmsGateway extends Provider {

    /**
     * Sends a message and returns within 5 seconds. Never repeats a request that may have reached the vendor, not
     * even after a read timeout. Reports failures of the vendor or the network as a {@link SendResult}; an exception
     * counts as {@link SendResult.Uncertain}.
     */
    SendResult send(SmsMessage message);

    /** Returns a gateway that refuses all messages because of a fault. */
    static SmsGateway refusing(String fault) {
        return message -> new SendResult.Misconfigured(fault);
    }

    @Override
    default void close() {}
}
