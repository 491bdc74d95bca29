package io.strongroom.factor.sms;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.strongroom.code.Challenges;
import io.strongroom.code.CodeBinding;
import io.strongroom.code.CodeKeys;
import io.strongroom.code.EntryResult;
import io.strongroom.factor.sentcode.SendLimit;
import io.strongroom.factor.sentcode.SendRefusals;
import io.strongroom.factor.sentcode.SendStatus;
import io.strongroom.gateway.SendResult;
import io.strongroom.gateway.dispatch.Attempts;
import io.strongroom.phone.PhoneNumber;
import io.strongroom.state.FakeRealm;
import io.strongroom.state.MutableClock;
import io.strongroom.state.OneTimeStore;
import io.strongroom.throttle.EntryThrottle;
import io.strongroom.throttle.HourlyLimit;
import io.strongroom.throttle.LimitReservations;
import io.strongroom.throttle.SendThrottle;
import io.strongroom.throttle.SharedAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("security 6 19: The data that a login writes to the store")
class StoredSecretsTest {

    private static final String NUMBER = "+46701740605";
    private static final String ADDRESS = "203.0.113.7";
    private static final String USER = "5e0b6f5c-anna";
    private static final String USED_APP_CODE = "804719";

    private final FakeRealm realm = new FakeRealm();
    private final MutableClock clock = new MutableClock();
    private final CodeKeys keys = new CodeKeys() {
        private final CodeKey key =
                new CodeKey("key", new SecretKeySpec("of the realm".getBytes(StandardCharsets.UTF_8), "HmacSHA256"));

        @Override
        public CodeKey active() {
            return key;
        }

        @Override
        public Optional<CodeKey> byId(String id) {
            return Optional.of(key);
        }
    };

    @Test
    @DisplayName("contains no number, address, user or code in keys or values")
    void containsNoSecret() {
        OneTimeStore store = realm.store();
        CodeBinding binding = new CodeBinding("login", USER, NUMBER);
        Challenges challenges = new Challenges(store, keys, clock);
        SendThrottle login = new SendThrottle(store, clock, "login", USER);
        HourlyLimit number = new HourlyLimit(store, clock, "sms:acme:number:" + NUMBER, 10);
        HourlyLimit address = new HourlyLimit(store, clock, "sms:acme:address:" + ADDRESS, 30);
        new SharedAddress(store, clock, "acme").recordUse(USER, ADDRESS);
        login.take(NUMBER);
        assertTrue(number.take() && address.take());
        Challenges.Issued issued = challenges.create(binding, 6, Duration.ofMinutes(5));
        challenges.activate(binding, issued.challenge());
        String id = issued.challenge().id();
        List<String> handles = List.of(
                login.handle().orElseThrow(),
                number.handle().orElseThrow(),
                address.handle().orElseThrow());
        new LimitReservations(store, id).save(handles, List.of());
        SendStatus.SENT.save(store, id);
        new RecentSendFailures(store, "acme", clock)
                .add(
                        new Attempts(List.of(new Attempts.Attempt("vendor", new SendResult.NotSent("HTTP 500")))),
                        new PhoneNumber(NUMBER).masked());
        new SendRefusals(store, "acme", clock).add(SendLimit.NUMBER);
        new EntryThrottle(store, clock, "acme", USER, "sms-otp").take();
        store.claim("totp-used:acme:app:" + USED_APP_CODE, Duration.ofDays(1));
        assertInstanceOf(EntryResult.Accepted.class, challenges.redeem(binding, issued.code()));
        new LimitReservations(store, id).codeAccepted();

        assertTrue(realm.given().size() > 30);
        for (String given : realm.given()) {
            for (String secret : List.of(NUMBER.substring(1), ADDRESS, USER, issued.code(), USED_APP_CODE)) {
                assertFalse(given.matches(".*(?<![\\w-])" + secret + "(?![\\w-]).*"), given);
            }
        }
    }
}
