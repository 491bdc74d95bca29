package io.strongroom.mail;

import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.provider.Provider;

/** Sends e-mails asynchronously, after the current transaction has committed. */
public interface MailDispatcher extends Provider {

    /** Receives an e-mail's result, in a separate session with an open transaction, not on the login's thread. */
    @FunctionalInterface
    interface MailListener {

        /** @param failure why the mail server did not accept the e-mail; empty if it did */
        void sent(KeycloakSession session, Optional<Exception> failure);
    }

    /**
     * Accepts an e-mail for sending, or refuses it immediately.
     *
     * @return false if the queue is full or the server is stopping; the e-mail is then not sent, and the listener is not
     *         called
     */
    boolean dispatch(Mail mail, MailListener listener);

    @Override
    default void close() {}
}
