package io.strongroom.throttle;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.strongroom.state.Concurrently;
import io.strongroom.state.InMemoryOneTimeStore;
import io.strongroom.state.MutableClock;
import io.strongroom.throttle.LimitResult.Granted;
import io.strongroom.throttle.LimitResult.Wait;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The limit on entries")
class EntryThrottleTest {

    private final MutableClock clock = new MutableClock();
    private final InMemoryOneTimeStore store = new InMemoryOneTimeStore(clock);
    private final EntryThrottle entries = throttle("realm", "anna", "sms-otp");

    @Test
    @DisplayName("allows four entries without a wait")
    void fourAreFree() {
        for (int entry = 1; entry <= 4; entry++) {
            assertEquals(new Granted(), entries.take());
            assertEquals(Duration.ZERO, entries.remaining());
        }
    }

    @Test
    @DisplayName("security 7: makes the next entry wait 30 seconds after the fifth")
    void waitAfterFifth() {
        take(5);

        assertEquals(Duration.ofSeconds(30), entries.remaining());
        assertEquals(new Wait(Duration.ofSeconds(30)), entries.take());
        clock.advance(Duration.ofSeconds(29));
        assertEquals(new Wait(Duration.ofSeconds(1)), entries.take());
        clock.advance(Duration.ofSeconds(1));
        assertEquals(new Granted(), entries.take());
    }

    @Test
    @DisplayName("security 7: doubles the wait after each further entry, up to an hour")
    void waitsGrow() {
        take(4);
        for (long seconds : List.of(30, 60, 120, 240, 480, 960, 1920, 3600, 3600, 3600)) {
            assertEquals(new Granted(), entries.take());
            assertEquals(Duration.ofSeconds(seconds), entries.remaining());
            clock.advance(Duration.ofSeconds(seconds));
        }
    }

    @Test
    @DisplayName("does not count entries during a wait")
    void waitingCostsNothing() {
        take(5);
        for (int i = 0; i < 50; i++) {
            entries.take();
        }
        clock.advance(Duration.ofSeconds(30));
        entries.take();

        assertEquals(Duration.ofSeconds(60), entries.remaining());
    }

    @Test
    @DisplayName("security 7: counts entries across logins")
    void acrossLogins() {
        for (int login = 1; login <= 5; login++) {
            assertEquals(new Granted(), throttle("realm", "anna", "sms-otp").take());
        }

        assertEquals(
                new Wait(Duration.ofSeconds(30)),
                throttle("realm", "anna", "sms-otp").take());
    }

    @ParameterizedTest(name = "counts the entries of another {0} separately")
    @CsvSource({"realm,other,anna,sms-otp", "user,realm,bert,sms-otp", "factor,realm,anna,otp"})
    void countedApart(String what, String realm, String user, String factor) {
        take(5);
        EntryThrottle other = throttle(realm, user, factor);

        assertEquals(Duration.ZERO, other.remaining());
        assertEquals(new Granted(), other.take());
    }

    @Test
    @DisplayName("resets the count after a right entry")
    void reset() {
        take(5);
        clock.advance(Duration.ofSeconds(30));
        entries.take();
        entries.reset();

        assertEquals(Duration.ZERO, entries.remaining());
        take(4);
        assertEquals(Duration.ZERO, entries.remaining());
        assertEquals(new Granted(), entries.take());
        assertEquals(Duration.ofSeconds(30), entries.remaining());
    }

    @Test
    @DisplayName("security 9: resets only the count of its own factor after a right entry")
    void resetOfOneFactor() {
        EntryThrottle totp = throttle("realm", "anna", "otp");
        take(5);
        totp.take();
        totp.reset();

        assertEquals(new Wait(Duration.ofSeconds(30)), entries.take());
    }

    @Test
    @DisplayName("X2 gives sixty-four parallel entries no more attempts than sequential ones")
    void atOnce() throws Exception {
        assertEquals(5, granted(Concurrently.run(64, entries::take)));

        clock.advance(Duration.ofSeconds(30));
        assertEquals(1, granted(Concurrently.run(64, entries::take)));
        assertEquals(Duration.ofSeconds(60), entries.remaining());
    }

    private void take(int times) {
        for (int entry = 1; entry <= times; entry++) {
            assertEquals(new Granted(), entries.take(), "entry " + entry);
        }
    }

    private static long granted(List<LimitResult> results) {
        return results.stream().filter(Granted.class::isInstance).count();
    }

    private EntryThrottle throttle(String realm, String user, String factor) {
        return new EntryThrottle(store, clock, realm, user, factor);
    }
}
