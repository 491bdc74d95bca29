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
    private final BiConsumer<Notice, RecipientContext> postman;
    private final BiConsumer<RoomRule, RecipientContext> announcer;

    NoticeListener(
            KeycloakSession session,
            BiConsumer<Notice, RecipientContext> postman,
            BiConsumer<RoomRule, RecipientContext> announcer) {
        this.session = session;
        this.postman = postman;
        this.announcer = announcer;
    }

    @Override
    public void onEvent(Event event) {
        Notices.of(event).ifPresent(this::tellAfterCommit);
    }

    @Override
    public void onEvent(AdminEvent event, boolean includeRepresentation) {
        Notices.of(event).ifPresent(this::tellAfterCommit);
        Notices.ofRoom(event).ifPresent(rule -> afterCommit(rule, RecipientContext.of(session, false), announcer));
    }

    private void tellAfterCommit(Notice notice) {
        afterCommit(notice, RecipientContext.of(session, notice.kind().isOwnDoing()), postman);
    }

    private <T> void afterCommit(T what, RecipientContext reader, BiConsumer<T, RecipientContext> to) {
        session.getTransactionManager().enlistAfterCompletion(new AbstractKeycloakTransaction() {
            @Override
            protected void commitImpl() {
                to.accept(what, reader);
            }

            @Override
            protected void rollbackImpl() {}
        });
    }

    @Override
    public void close() {}
}
