package io.strongroom.factor.sms;

import io.strongroom.context.UserContext;
import io.strongroom.factor.LoginTenant;
import io.strongroom.gateway.SendResult;
import io.strongroom.gateway.SmsMessage;
import io.strongroom.gateway.dispatch.Attempts;
import io.strongroom.gateway.dispatch.SendListener;
import io.strongroom.gateway.dispatch.SmsDispatcher;
import io.strongroom.gateway.dispatch.SmsDispatcher.SmsOrder;
import io.strongroom.phone.PhoneNumber;
import io.strongroom.policy.SmsRules;
import io.strongroom.state.KeycloakOneTimeStore;
import io.strongroom.state.OneTimeStore;
import io.strongroom.throttle.HourlyLimit;
import io.strongroom.throttle.LimitReservations;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** Sends a test message to an administrator's own number. */
public final class TestMessage {

    /** Maximum test messages per hour for each administrator and for each number. */
    public static final int PER_HOUR = 3;

    /** The fallback gateway of a test message. Tests use none, because a fallback would hide a gateway failure. */
    private static final String NO_FALLBACK = null;

    private static final Duration REMEMBERED = Duration.ofMinutes(20);

    private final KeycloakSession session;
    private final RealmModel realm;
    private final SmsRules rules;
    private final Clock clock;
    private final OneTimeStore store;

    /** @param rules rules of the realm */
    public TestMessage(KeycloakSession session, RealmModel realm, SmsRules rules, Clock clock) {
        this.session = session;
        this.realm = realm;
        this.rules = rules;
        this.clock = clock;
        this.store = new KeycloakOneTimeStore(session, realm);
    }

    /**
     * The progress of a test message.
     *
     * @param status {@code sending}, {@code sent} or {@code failed}
     * @param reason the vendor's reason if sending failed, otherwise empty
     */
    public record Progress(String status, String reason) {}

    /** The result of a request for a test message. */
    public sealed interface TestSend {

        /** @param id id for {@link #progress} */
        record Sending(String id) implements TestSend {}

        record TooMany() implements TestSend {}

        record Busy() implements TestSend {}
    }

    /**
     * Returns the administrator's own number: a proven one or the one from the profile, but not one set for a data
     * room.
     */
    public Optional<PhoneNumber> numberOf(UserModel administrator) {
        return new SmsCredentials(UserContext.of(session, administrator, clock))
                .trusted().stream()
                        .filter(credential -> credential.dataRoom() == null)
                        .map(SmsCredential::number)
                        .findFirst();
    }

    /** @param home the administrator's realm, where their messages to all realms are counted */
    public TestSend send(RealmModel home, UserModel administrator, PhoneNumber to, String text) {
        OneTimeStore ofHome = new KeycloakOneTimeStore(session, home);
        HourlyLimit own = new HourlyLimit(ofHome, clock, "sms-test:" + administrator.getId(), PER_HOUR);
        HourlyLimit ofNumber = new HourlyLimit(ofHome, clock, "sms-test-number:" + to.e164(), PER_HOUR);
        SmsBudget budget = SmsBudget.of(session, realm, rules, clock);
        boolean allowed = own.take() && ofNumber.take() && budget.take();
        String id = UUID.randomUUID().toString();
        if (!allowed || !dispatch(id, to, text)) {
            own.release();
            ofNumber.release();
            budget.release();
            return allowed ? new TestSend.Busy() : new TestSend.TooMany();
        }
        List<String> handles = Stream.of(own.handle(), ofNumber.handle())
                .flatMap(Optional::stream)
                .toList();
        new LimitReservations(store, id).save(List.of(), handles);
        return new TestSend.Sending(id);
    }

    private boolean dispatch(String id, PhoneNumber to, String text) {
        SmsMessage message = SmsText.message(LoginTenant.ofRealm(realm, rules), to, text);
        String realmId = realm.getId();
        Instant requestedAt = clock.instant();
        store.put(key(id), REMEMBERED, Map.of("status", "sending", "reason", ""));
        SendListener listener = (job, attempts) -> {
            RealmModel same = job.realms().getRealm(realmId);
            if (same != null) {
                new TestMessage(job, same, rules, clock).record(id, to, requestedAt, attempts);
            }
        };
        return session.getProvider(SmsDispatcher.class)
                .dispatch(new SmsOrder(realmId, message, rules.gateway(), NO_FALLBACK, listener));
    }

    private void record(String id, PhoneNumber to, Instant requestedAt, Attempts attempts) {
        SendResult result = attempts.last().result();
        String status = SmsStatus.of(result).status().toLowerCase(Locale.ROOT);
        String reason = result instanceof SendResult.Accepted ? "" : result.reason();
        store.put(key(id), REMEMBERED, Map.of("status", status, "reason", reason));
        new RecentSendFailures(store, realm.getId(), clock).add(attempts, to.masked());
        if (attempts.areAllUnsent() && new LimitReservations(store, id).notSent()) {
            SmsBudget.of(session, realm, rules, clock).release(requestedAt);
        }
    }

    /** Returns a message's progress; empty if the realm has no such message, or no longer stores it. */
    public Optional<Progress> progress(String id) {
        return store.get(key(id)).map(entry -> new Progress(entry.get("status"), entry.get("reason")));
    }

    private String key(String id) {
        return "sms-test:" + realm.getId() + ":" + id;
    }
}
