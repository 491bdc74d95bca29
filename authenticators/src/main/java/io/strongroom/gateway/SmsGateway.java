package io.strongroom.gateway;

import org.keycloak.provider.Provider;

/**
 * A way to send text messages, made by a {@link SmsGatewayFactory} for one message.
 *
 * <p>{@link #send} is called once, on a thread of Strongroom's own pool, while no transaction is open and after the session
 * that made the gateway has ended: it must not touch that session, nor anything that came from it and lives as long. For
 * the same reason {@link #close} may come before it, and does nothing by default.
 */
@FunctionalInterface
public interface SmsGateway extends Provider {

    /**
     * Sends a message, and is back within 5 seconds. A request that may have reached the vendor is never repeated, not even
     * after a read time-out. What the vendor or the network does is a {@link SendResult}, not an exception; an exception
     * counts as {@link SendResult.Unknown}.
     */
    SendResult send(SmsMessage message);

    /** A gateway that sends nothing, because an administrator has to mend something first. */
    static SmsGateway refusing(String fault) {
        return message -> new SendResult.Misconfigured(fault);
    }

    @Override
    default void close() {}
}
