package io.strongroom.guard;

import org.keycloak.models.AbstractKeycloakTransaction;
import org.keycloak.models.KeycloakSession;

/**
 * Runs work with a given key at most once per transaction, regardless of how often it is scheduled, and only if the
 * transaction commits.
 */
final class OncePerTransaction {

    private static final String ATTRIBUTE_PREFIX = "strongroom.scheduled.";

    private final KeycloakSession session;
    private final String attribute;

    /** @param key identifies the work and its subject; unique among all callers */
    OncePerTransaction(KeycloakSession session, String key) {
        this.session = session;
        this.attribute = ATTRIBUTE_PREFIX + key;
    }

    boolean isScheduled() {
        return session.getAttribute(attribute) != null;
    }

    /** Schedules work within the transaction, unless the key is already scheduled. */
    void beforeCommit(Runnable work) {
        if (claim()) {
            session.getTransactionManager().enlistPrepare(new OnCommit(work));
        }
    }

    /** Schedules work after the commit, unless the key is already scheduled. */
    void afterCommit(Runnable work) {
        if (claim()) {
            session.getTransactionManager().enlistAfterCompletion(new OnCommit(work));
        }
    }

    private boolean claim() {
        boolean isFirst = !isScheduled();
        session.setAttribute(attribute, Boolean.TRUE);
        return isFirst;
    }

    private static final class OnCommit extends AbstractKeycloakTransaction {

        private final Runnable work;

        OnCommit(Runnable work) {
            this.work = work;
        }

        @Override
        protected void commitImpl() {
            work.run();
        }

        @Override
        protected void rollbackImpl() {}
    }
}
