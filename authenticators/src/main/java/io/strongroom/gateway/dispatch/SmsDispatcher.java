package io.strongroom.gateway.dispatch;

import io.strongroom.gateway.SmsMessage;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.keycloak.provider.Provider;

/** Takes messages to be sent once the current transaction has committed. */
public interface SmsDispatcher extends Provider {

    /**
     * Takes a message, or says at once that there is no room for it.
     *
     * @param order the message, by which gateways, and who hears of the outcome
     * @return false where the queue is full or the server stops: nothing was taken
     */
    boolean dispatch(SmsOrder order);

    @Override
    default void close() {}

    /**
     * A message on its way.
     *
     * @param realmId  whose secrets the gateway uses
     * @param gateway  id of the gateway, or null: the server's default
     * @param fallback id of the gateway to try where the first certainly did not send, or null: none
     * @param outcome  called off the login's thread with a session of its own and an open transaction
     */
    record SmsOrder(String realmId, SmsMessage message, String gateway, String fallback, SendListener outcome) {

        /** The gateways in the order in which they are to be tried. */
        List<String> route(String serverDefault) {
            return Stream.of(gateway == null ? serverDefault : gateway, fallback)
                    .filter(Objects::nonNull)
                    .distinct()
                    .toList();
        }
    }
}
