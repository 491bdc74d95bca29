package io.strongroom.notify;

import java.util.function.BiConsumer;
import org.keycloak.events.Event;
import org.keycloak.events.EventListenerProvider;
import org.keycloak.events.admin.AdminEvent;
import org.keycloak.models.AbstractKeycloakTransaction;
import org.keycloak.models.KeycloakSession;

/** Passes on what is to be told once the request has committed. */
final class NoticeListener implements EventListenerProvider {

    private final KeycloakSession session;
    private final BiConsumer<Notice, Reader> postman;

    NoticeListener(KeycloakSession session, BiConsumer<Notice, Reader> postman) {
        this.session = session;
        this.postman = postman;
    }

    @Override
    public void onEvent(Event event) {
        Notices.of(event).ifPresent(this::tellAfterCommit);
    }

    @Override
    public void onEvent(AdminEvent event, boolean includeRepresentation) {
        Notices.of(event).ifPresent(this::tellAfterCommit);
    }

    private void tellAfterCommit(Notice notice) {
        Reader reader = Reader.of(session, notice.kind().isOwnDoing());
        session.getTransactionManager().enlistAfterCompletion(new AbstractKeycloakTransaction() {
            @Override
            protected void commitImpl() {
                postman.accept(notice, reader);
            }

            @Override
            protected void rollbackImpl() {}
        });
    }

    @Override
    public void close() {}
}
