package io.strongroom.factor.sms;

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

/** A message to an administrator's own number, to see whether messages arrive. */
public final class TestMessage {

    /** How many an administrator may send in an hour, and how many a number gets of all administrators. */
    public static final int PER_HOUR = 3;

    /** What is tried is one gateway: a second one would hide what is wrong with it. */
    private static final String NO_FALLBACK = null;

    private static final Duration REMEMBERED = Duration.ofMinutes(20);

    private final KeycloakSession session;
    private final RealmModel realm;
    private final SmsRules rules;
    private final Clock clock;
    private final OneTimeStore store;

    /** @param rules of the realm */
    public TestMessage(KeycloakSession session, RealmModel realm, SmsRules rules, Clock clock) {
        this.session = session;
        this.realm = realm;
        this.rules = rules;
        this.clock = clock;
        this.store = new KeycloakOneTimeStore(session, realm);
    }

    /** What is known of a message: {@code sending}, {@code sent} or {@code failed}, and the vendor's words where it failed. */
    public record Progress(String status, String reason) {}

    /** What became of the wish to send one. */
    public sealed interface TestSend {

        /** @param id to ask for its progress with */
        record OnItsWay(String id) implements TestSend {}

        record TooMany() implements TestSend {}

        record Busy() implements TestSend {}
    }

    /** The number an administrator has themselves: proven, or kept by another; none of a data room. */
    public Optional<PhoneNumber> numberOf(UserModel administrator) {
        return new SmsCredentials(session, administrator, clock)
                .trusted().stream()
                        .filter(credential -> credential.dataRoom() == null)
                        .map(SmsCredential::number)
                        .findFirst();
    }

    /** @param home the administrator's realm, where what they may send is counted for all realms */
    public TestSend send(RealmModel home, UserModel administrator, PhoneNumber to, String text) {
        OneTimeStore ofHome = new KeycloakOneTimeStore(session, home);
        HourlyLimit own = new HourlyLimit(ofHome, clock, "sms-test:" + administrator.getId(), PER_HOUR);
        HourlyLimit ofNumber = new HourlyLimit(ofHome, clock, "sms-test-number:" + to.e164(), PER_HOUR);
        SmsBudget budget = new SmsBudget(session, realm, rules.limits(), store, clock);
        boolean free = own.take() && ofNumber.take() && budget.take();
        String id = UUID.randomUUID().toString();
        if (!free || !dispatch(id, to, text)) {
            own.giveBack();
            ofNumber.giveBack();
            budget.giveBack();
            return free ? new TestSend.Busy() : new TestSend.TooMany();
        }
        List<String> places = Stream.of(own.place(), ofNumber.place())
                .flatMap(Optional::stream)
                .toList();
        new LimitReservations(store, id).keep(List.of(), places);
        return new TestSend.OnItsWay(id);
    }

    private boolean dispatch(String id, PhoneNumber to, String text) {
        SmsMessage message = SmsText.message(realm, rules, to, text);
        String realmId = realm.getId();
        Instant asked = clock.instant();
        store.put(key(id), REMEMBERED, Map.of("status", "sending", "reason", ""));
        SendListener outcome = (job, attempts) -> {
            RealmModel same = job.realms().getRealm(realmId);
            if (same != null) {
                new TestMessage(job, same, rules, clock).keep(id, to, asked, attempts);
            }
        };
        return session.getProvider(SmsDispatcher.class)
                .dispatch(new SmsOrder(realmId, message, rules.gateway(), NO_FALLBACK, outcome));
    }

    private void keep(String id, PhoneNumber to, Instant asked, Attempts attempts) {
        SendResult result = attempts.last().result();
        String status = SendStatus.of(result).status().toLowerCase(Locale.ROOT);
        String reason = result instanceof SendResult.Accepted ? "" : result.reason();
        store.put(key(id), REMEMBERED, Map.of("status", status, "reason", reason));
        new SendFailures(store, realm.getId(), clock).add(attempts, to.masked());
        if (attempts.areAllUnsent() && new LimitReservations(store, id).notSent()) {
            new SmsBudget(session, realm, rules.limits(), store, clock).giveBack(asked);
        }
    }

    /** Empty where there is no such message of this realm, or it was long ago. */
    public Optional<Progress> progress(String id) {
        return store.get(key(id)).map(entry -> new Progress(entry.get("status"), entry.get("reason")));
    }

    private String key(String id) {
        return "sms-test:" + realm.getId() + ":" + id;
    }
}
