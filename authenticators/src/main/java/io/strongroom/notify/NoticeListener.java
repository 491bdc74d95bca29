package io.strongroom.notify;

import io.strongroom.notify.Notice.Kind;
import java.util.Objects;
import java.util.function.BiConsumer;
import org.keycloak.events.Event;
import org.keycloak.events.EventListenerProvider;
import org.keycloak.events.admin.AdminEvent;
import org.keycloak.models.AbstractKeycloakTransaction;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** Passes notices to the mailer after the transaction commits. */
final class NoticeListener implements EventListenerProvider {

    private final KeycloakSession session;
    private final BiConsumer<Notice, RecipientContext> userNotifier;
    private final BiConsumer<NewRule, RecipientContext> ruleNotifier;

    NoticeListener(
            KeycloakSession session,
            BiConsumer<Notice, RecipientContext> userNotifier,
            BiConsumer<NewRule, RecipientContext> ruleNotifier) {
        this.session = session;
        this.userNotifier = userNotifier;
        this.ruleNotifier = ruleNotifier;
    }

    @Override
    public void onEvent(Event event) {
        Notices.of(event).ifPresent(this::notifyAfterCommit);
    }

    @Override
    public void onEvent(AdminEvent event, boolean includeRepresentation) {
        Notices.of(event).ifPresent(this::notifyAfterCommit);
        Notices.ofRule(event)
                .ifPresent(rule -> afterCommit(rule, RecipientContext.ofOthersRequest(session), ruleNotifier));
    }

    private void notifyAfterCommit(Notice notice) {
        RecipientContext recipient = notice.kind().isByUser()
                ? RecipientContext.ofOwnRequest(session)
                : RecipientContext.ofOthersRequest(session);
        afterCommit(
                notice, notice.kind() == Kind.LINKED ? atCurrentAddress(notice, recipient) : recipient, userNotifier);
    }

    /**
     * Returns a context with the owner's current address, because the provider's mappers may replace the address
     * after the link is created.
     */
    private RecipientContext atCurrentAddress(Notice notice, RecipientContext recipient) {
        RealmModel realm = session.realms().getRealm(notice.realmId());
        UserModel user = realm == null ? null : session.users().getUserById(realm, notice.userId());
        return user == null ? recipient : recipient.at(Objects.requireNonNullElse(user.getEmail(), ""));
    }

    private <T> void afterCommit(T subject, RecipientContext recipient, BiConsumer<T, RecipientContext> notifier) {
        session.getTransactionManager().enlistAfterCompletion(new AbstractKeycloakTransaction() {
            @Override
            protected void commitImpl() {
                notifier.accept(subject, recipient);
            }

            @Override
            protected void rollbackImpl() {}
        });
    }

    @Override
    public void close() {}
}
