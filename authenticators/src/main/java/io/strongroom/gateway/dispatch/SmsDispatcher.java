package io.strongroom.gateway.dispatch;

import io.strongroom.gateway.SmsMessage;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.keycloak.provider.Provider;

/** Sends messages asynchronously, after the current transaction has committed. */
public interface SmsDispatcher extends Provider {

    /**
     * Accepts a message for sending, or refuses it immediately.
     *
     * @return false if the queue is full or the server is stopping; the message is then not sent, and the listener is
     *         not called
     */
    boolean dispatch(SmsOrder order);

    @Override
    default void close() {}

    /**
     * A message to send.
     *
     * @param realmId  id of the realm that provides the gateway's secrets
     * @param gateway  id of the gateway; null for the server's default
     * @param fallback id of the gateway to try if the first one definitely did not send the message; null for none
     * @param listener receives the result
     */
    record SmsOrder(String realmId, SmsMessage message, String gateway, String fallback, SendListener listener) {

        /** Returns the gateways in the order in which to try them. */
        List<String> route(String serverDefault) {
            return Stream.of(gateway == null ? serverDefault : gateway, fallback)
                    .filter(Objects::nonNull)
                    .distinct()
                    .toList();
        }
    }
}
