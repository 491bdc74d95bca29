package io.strongroom.guard;

import org.keycloak.models.AbstractKeycloakTransaction;

/** Work that is done if a transaction commits, and not if it is rolled back. */
final class OnCommit extends AbstractKeycloakTransaction {

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
