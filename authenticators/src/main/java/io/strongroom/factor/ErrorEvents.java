package io.strongroom.factor;

import io.strongroom.log.Log;
import org.keycloak.events.EventBuilder;
import org.keycloak.models.AbstractKeycloakTransaction;
import org.keycloak.models.KeycloakSession;

/**
 * Events of errors, told when the request has ended its transaction, however it ended. Keycloak writes them at once and by a
 * database connection of their own: many requests at once, each with one connection and in want of another, would wait for each
 * other.
 */
public final class ErrorEvents {

    private static final Log LOG = Log.of(ErrorEvents.class);

    private ErrorEvents() {}

    /** @param event of the session's realm; not to be changed any more */
    public static void emitAfterTransaction(KeycloakSession session, EventBuilder event, String error) {
        session.getTransactionManager().enlistAfterCompletion(new AbstractKeycloakTransaction() {
            @Override
            protected void commitImpl() {
                emit(event, error);
            }

            @Override
            protected void rollbackImpl() {
                emit(event, error);
            }
        });
    }

    private static void emit(EventBuilder event, String error) {
        try {
            event.error(error);
        } catch (RuntimeException e) {
            LOG.errorf(e, "the event of an error, %s, could not be kept", error);
        }
    }
}
