package io.strongroom.factor.sms;

import io.strongroom.factor.ErrorEvents;
import io.strongroom.factor.EventDetails;
import io.strongroom.factor.LoginStep;
import io.strongroom.gateway.SendResult;
import io.strongroom.gateway.dispatch.Attempts;
import io.strongroom.gateway.dispatch.Attempts.Attempt;
import io.strongroom.gateway.dispatch.SendListener;
import io.strongroom.log.Log;
import io.strongroom.phone.MaskedNumber;
import io.strongroom.policy.SmsRules;
import io.strongroom.policy.store.PolicyStore;
import io.strongroom.state.KeycloakOneTimeStore;
import io.strongroom.state.OneTimeStore;
import io.strongroom.throttle.LimitReservations;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * Stores a message's send result for the waiting page. If sending failed or needed the fallback gateway, also logs it
 * and emits an event.
 */
record SendResultRecorder(
        String realmId,
        String userId,
        String clientId,
        String address,
        MaskedNumber number,
        String challengeId,
        Instant requestedAt,
        Clock clock)
        implements SendListener {

    private static final Log LOG = Log.of(SendResultRecorder.class);

    static SendResultRecorder of(LoginStep step, MaskedNumber number, String challengeId, Clock clock) {
        return new SendResultRecorder(
                step.realm().getId(),
                step.user().getId(),
                step.login().getClient().getClientId(),
                step.session().getContext().getConnection().getRemoteHost(),
                number,
                challengeId,
                clock.instant(),
                clock);
    }

    /** Records that the message was not queued because the queue was full. */
    void queueFull(KeycloakSession session) {
        inRealm(session, realm -> {
            OneTimeStore store = new KeycloakOneTimeStore(session, realm);
            SendStatus.BUSY.save(store, challengeId);
            failures(store).addRefused(number, "the queue is full");
            new SendRefusals(store, realmId, clock).add(SendLimit.QUEUE);
            ErrorEvents.emitAfterTransaction(session, event(session, realm), "sms_queue_full");
        });
    }

    @Override
    public void sent(KeycloakSession session, Attempts attempts) {
        inRealm(session, realm -> record(session, realm, attempts));
    }

    private void record(KeycloakSession session, RealmModel realm, Attempts attempts) {
        OneTimeStore store = new KeycloakOneTimeStore(session, realm);
        SendStatus status = SendStatus.of(attempts.last().result());
        status.save(store, challengeId);
        if (attempts.areAllUnsent() && new LimitReservations(store, challengeId).notSent()) {
            SmsRules rules = new PolicyStore(session, realm).tenant().sms();
            new SmsBudget(session, realm, rules.limits(), store, clock).release(requestedAt);
        }
        if (status != SendStatus.SENT || !attempts.before().isEmpty()) {
            failures(store).add(attempts, number);
            report(session, event(session, realm), realm, attempts);
        }
    }

    private RecentSendFailures failures(OneTimeStore store) {
        return new RecentSendFailures(store, realmId, clock);
    }

    private void inRealm(KeycloakSession session, Consumer<RealmModel> work) {
        RealmModel realm = session.realms().getRealm(realmId);
        if (realm != null) {
            session.getContext().setRealm(realm);
            work.accept(realm);
        }
    }

    private void report(KeycloakSession session, EventBuilder event, RealmModel realm, Attempts attempts) {
        SendResult result = attempts.last().result();
        event.detail("gateway", attempts.last().gateway())
                .detail("reason", RecentSendFailures.printable(result.reason()));
        if (!attempts.before().isEmpty()) {
            event.detail("failed_gateways", summary(attempts.before()));
        }
        if (result instanceof SendResult.Accepted) {
            LOG.warnf(
                    "text message of tenant %s to %s was sent by fallback gateway %s after %s",
                    realm.getName(), number, attempts.last().gateway(), summary(attempts.before()));
            event.success();
        } else {
            LOG.warnf(
                    "no gateway accepted text message of tenant %s to %s: %s",
                    realm.getName(), number, summary(attempts.all()));
            ErrorEvents.emitAfterTransaction(session, event, "sms_" + result.word());
        }
    }

    private EventBuilder event(KeycloakSession session, RealmModel realm) {
        return new EventBuilder(realm, session)
                .event(EventType.CUSTOM_REQUIRED_ACTION)
                .ipAddress(address)
                .client(clientId)
                .user(userId)
                .detail(EventDetails.SECOND_FACTOR, SmsCredential.TYPE)
                .detail(EventDetails.PHONE_NUMBER, number.shown());
    }

    private static String summary(List<Attempt> attempts) {
        return attempts.stream()
                .map(attempt -> attempt.gateway() + ": " + attempt.result().word() + ": "
                        + RecentSendFailures.printable(attempt.result().reason()))
                .collect(Collectors.joining("; "));
    }
}
