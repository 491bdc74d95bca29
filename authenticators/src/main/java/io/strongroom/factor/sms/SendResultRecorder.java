package io.strongroom.factor.sms;

import io.strongroom.factor.LoginTenant;
import io.strongroom.factor.sentcode.SendStatus;
import io.strongroom.factor.sentcode.SentMessage;
import io.strongroom.gateway.SendResult;
import io.strongroom.gateway.dispatch.Attempts;
import io.strongroom.gateway.dispatch.Attempts.Attempt;
import io.strongroom.gateway.dispatch.SendListener;
import io.strongroom.log.Log;
import io.strongroom.phone.MaskedNumber;
import io.strongroom.policy.OrganizationTenant;
import io.strongroom.policy.SmsRules;
import io.strongroom.policy.store.PolicyStore;
import io.strongroom.state.KeycloakOneTimeStore;
import io.strongroom.state.OneTimeStore;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.keycloak.events.EventBuilder;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * Stores a message's send result for the waiting page. If sending failed or needed the fallback gateway, also logs it
 * and emits an event.
 *
 * @param organization the organization in whose name the message was sent; empty for the realm
 */
record SendResultRecorder(
        SentMessage message, MaskedNumber number, Optional<OrganizationTenant> organization, Clock clock)
        implements SendListener {

    private static final Log LOG = Log.of(SendResultRecorder.class);

    /** Records that the message was not queued because the queue was full. */
    void queueFull(KeycloakSession session) {
        message.inRealm(
                session,
                realm -> failures(new KeycloakOneTimeStore(session, realm))
                        .forEach(failures -> failures.addRefused(number, "the queue is full")));
    }

    @Override
    public void sent(KeycloakSession session, Attempts attempts) {
        message.inRealm(session, realm -> record(session, realm, attempts));
    }

    private void record(KeycloakSession session, RealmModel realm, Attempts attempts) {
        OneTimeStore store = new KeycloakOneTimeStore(session, realm);
        SendStatus status = SmsStatus.of(attempts.last().result());
        message.save(status, store);
        if (attempts.areAllUnsent() && message.releaseSlots(store)) {
            SmsRules rules = new PolicyStore(session, realm).tenant().sms();
            SmsBudget.of(session, new LoginTenant(realm, rules, organization), store, clock)
                    .forEach(budget -> budget.release(message.requestedAt()));
        }
        if (status != SendStatus.SENT || !attempts.before().isEmpty()) {
            failures(store).forEach(failures -> failures.add(attempts, number));
            report(session, message.event(session, realm), realm, attempts);
        }
    }

    /** Returns the records for the administrators of the realm and of the organization. */
    private List<RecentSendFailures> failures(OneTimeStore store) {
        RecentSendFailures ofRealm = new RecentSendFailures(store, message.realmId(), clock);
        return organization
                .map(found -> List.of(ofRealm, ofRealm.ofOrganization(found.id())))
                .orElse(List.of(ofRealm));
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
            message.emitError(session, event, result.word());
        }
    }

    private static String summary(List<Attempt> attempts) {
        return attempts.stream()
                .map(attempt -> attempt.gateway() + ": " + attempt.result().word() + ": "
                        + RecentSendFailures.printable(attempt.result().reason()))
                .collect(Collectors.joining("; "));
    }
}
