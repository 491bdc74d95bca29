package io.strongroom.factor.sms;

import io.strongroom.gateway.SendResult;
import io.strongroom.gateway.SmsMessage;
import io.strongroom.gateway.dispatch.SmsDispatcher;
import io.strongroom.gateway.dispatch.SmsDispatcher.SmsOrder;
import io.strongroom.phone.PhoneNumber;
import io.strongroom.policy.SmsRules;
import io.strongroom.state.KeycloakOneTimeStore;
import io.strongroom.state.OneTimeStore;
import io.strongroom.throttle.HourlyLimit;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** A message to an administrator's own number, to see whether messages arrive. */
public final class TestMessage {

    /** How many an administrator may send in an hour. */
    public static final int PER_HOUR = 3;

    /** What is tried is one gateway: a second one would hide what is wrong with it. */
    private static final String NO_FALLBACK = null;

    private static final Duration REMEMBERED = Duration.ofMinutes(20);

    private final KeycloakSession session;
    private final RealmModel realm;
    private final SmsRules rules;
    private final Clock clock;
    private final OneTimeStore store;

    /** @param rules of the realm that the session's context is in */
    public TestMessage(KeycloakSession session, RealmModel realm, SmsRules rules, Clock clock) {
        this.session = session;
        this.realm = realm;
        this.rules = rules;
        this.clock = clock;
        this.store = new KeycloakOneTimeStore(session);
    }

    /** What is known of a message: {@code sending}, {@code sent} or {@code failed}, and the vendor's words where it failed. */
    public record Progress(String status, String reason) {}

    /** What became of the wish to send one. */
    public sealed interface Outcome {

        /** @param id to ask for its progress with */
        record OnItsWay(String id) implements Outcome {}

        record TooMany() implements Outcome {}

        record Busy() implements Outcome {}
    }

    /** The number an administrator has themselves: proven, or kept by another; none of a data room. */
    public Optional<PhoneNumber> numberOf(UserModel administrator) {
        return new SmsCredentials(session, administrator, clock)
                .trusted().stream()
                        .filter(credential -> credential.dataRoom() == null)
                        .map(SmsCredential::number)
                        .findFirst();
    }

    public Outcome send(UserModel administrator, PhoneNumber to, String text) {
        HourlyLimit hourly = new HourlyLimit(store, clock, "sms-test:" + administrator.getId(), PER_HOUR);
        SmsBudget budget = new SmsBudget(session, realm, rules.limits(), clock);
        if (!hourly.take()) {
            return new Outcome.TooMany();
        }
        if (!budget.take()) {
            hourly.giveBack();
            return new Outcome.TooMany();
        }
        String id = UUID.randomUUID().toString();
        SmsMessage message = SmsText.message(realm, rules, to, text);
        String key = key(id);
        String realmId = realm.getId();
        store.put(key, REMEMBERED, Map.of("status", "sending", "reason", ""));
        boolean taken = session.getProvider(SmsDispatcher.class)
                .dispatch(new SmsOrder(realmId, message, rules.gateway(), NO_FALLBACK, (job, attempts) -> {
                    keep(job, key, attempts.last().result());
                    new SendFailures(new KeycloakOneTimeStore(job), realmId, clock).add(attempts, to.masked());
                }));
        if (!taken) {
            hourly.giveBack();
            budget.giveBack();
            return new Outcome.Busy();
        }
        return new Outcome.OnItsWay(id);
    }

    private static void keep(KeycloakSession job, String key, SendResult result) {
        String status = Delivery.of(result).status().toLowerCase(Locale.ROOT);
        String reason = result instanceof SendResult.Accepted ? "" : result.reason();
        new KeycloakOneTimeStore(job).put(key, REMEMBERED, Map.of("status", status, "reason", reason));
    }

    /** Empty where there is no such message of this realm, or it was long ago. */
    public Optional<Progress> progress(String id) {
        return store.get(key(id)).map(entry -> new Progress(entry.get("status"), entry.get("reason")));
    }

    private String key(String id) {
        return "sms-test:" + realm.getId() + ":" + id;
    }
}
