package io.strongroom.factor;

import io.strongroom.log.Log;
import org.keycloak.events.EventBuilder;
import org.keycloak.models.AbstractKeycloakTransaction;
import org.keycloak.models.KeycloakSession;

/**
 * Emits error events after the request's transaction, whether it commits or rolls back. Keycloak writes error events
 * immediately, through a second database connection. Parallel requests that each hold one connection and need another
 * could deadlock.
 */
public final class ErrorEvents {

    private static final Log LOG = Log.of(ErrorEvents.class);

    private ErrorEvents() {}

    /**
     * Emits the event once the current transaction has ended.
     *
     * @param event event of the session's realm; must not be changed afterwards
     * @param error the event's error code
     */
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
            LOG.errorf(e, "could not emit error event %s", error);
        }
    }
}
