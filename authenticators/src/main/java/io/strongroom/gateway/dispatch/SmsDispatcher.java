package io.strongroom.gateway.dispatch;

import io.strongroom.gateway.SmsMessage;
import org.keycloak.provider.Provider;

/** Takes messages to be sent once the current transaction has committed. */
public interface SmsDispatcher extends Provider {

    /**
     * Takes a message, or says at once that there is no room for it.
     *
     * @param order the message, by which gateway, and who hears of the outcome
     * @return false where the queue is full: nothing was taken
     */
    boolean dispatch(SmsOrder order);

    @Override
    default void close() {}

    /**
     * A message on its way.
     *
     * @param gateway id of the gateway, or null: the server's default
     * @param outcome called from the pool with a session of its own and an open transaction
     */
    record SmsOrder(SmsMessage message, String gateway, OutcomeListener outcome) {}
}
