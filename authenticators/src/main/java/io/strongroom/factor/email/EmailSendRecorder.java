package io.strongroom.factor.email;

import io.strongroom.factor.LoginTenant;
import io.strongroom.factor.sentcode.SendStatus;
import io.strongroom.factor.sentcode.SentMessage;
import io.strongroom.log.Log;
import io.strongroom.mail.MailDispatcher.MailListener;
import io.strongroom.policy.OrganizationTenant;
import io.strongroom.policy.SmsRules;
import io.strongroom.state.KeycloakOneTimeStore;
import io.strongroom.state.OneTimeStore;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.time.Clock;
import java.util.Optional;
import java.util.stream.Stream;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** Stores an e-mail's result for the waiting page. If sending failed, also logs it and emits an event. */
record EmailSendRecorder(SentMessage message, SmsRules rules, Optional<OrganizationTenant> organization, Clock clock)
        implements MailListener {

    private static final Log LOG = Log.of(EmailSendRecorder.class);

    @Override
    public void sent(KeycloakSession session, Optional<Exception> failure) {
        message.inRealm(session, realm -> record(session, realm, failure));
    }

    private void record(KeycloakSession session, RealmModel realm, Optional<Exception> failure) {
        OneTimeStore store = new KeycloakOneTimeStore(session, realm);
        message.save(failure.isEmpty() ? SendStatus.SENT : SendStatus.FAILED, store);
        failure.ifPresent(cause -> report(session, realm, store, cause));
    }

    private void report(KeycloakSession session, RealmModel realm, OneTimeStore store, Exception failure) {
        if (isUnsent(failure) && message.releaseSlots(store)) {
            EmailBudget.of(new LoginTenant(realm, rules, organization), store, clock)
                    .forEach(budget -> budget.release(message.requestedAt()));
        }
        String reason = rootOf(failure).getClass().getSimpleName();
        LOG.warnf("realm %s: a code could not be sent by e-mail to %s: %s", realm.getName(), message.masked(), reason);
        message.emitError(session, message.event(session, realm).detail("reason", reason), "failed");
    }

    /** Returns whether the mail server was not reached, so that nothing was sent. */
    static boolean isUnsent(Throwable failure) {
        return causesOf(failure)
                .anyMatch(cause -> cause instanceof ConnectException || cause instanceof UnknownHostException);
    }

    /** Returns the first cause, whose message is not used, because it may contain the address. */
    private static Throwable rootOf(Throwable failure) {
        return causesOf(failure).reduce((outer, inner) -> inner).orElse(failure);
    }

    private static Stream<Throwable> causesOf(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(20);
    }
}
