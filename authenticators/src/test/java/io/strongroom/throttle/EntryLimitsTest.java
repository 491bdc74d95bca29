package io.strongroom.throttle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.strongroom.state.Concurrently;
import io.strongroom.state.InMemoryOneTimeStore;
import io.strongroom.state.MutableClock;
import io.strongroom.throttle.LimitResult.Exhausted;
import io.strongroom.throttle.LimitResult.Granted;
import io.strongroom.throttle.LimitResult.Wait;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The limits on entries of a factor")
class EntryLimitsTest {

    private static final int MAX = FailureLock.MAX_FAILURES;

    private final MutableClock clock = new MutableClock();
    private final InMemoryOneTimeStore store = new InMemoryOneTimeStore(clock);
    private final InMemoryFailures failures = new InMemoryFailures();

    private EntryLimits entry() {
        return limits("anna", failures);
    }

    private EntryLimits limits(String user, FailureStore stored) {
        EntryThrottle throttle = new EntryThrottle(store, clock, "realm", user, "sms-otp");
        return new EntryLimits(throttle, Optional.of(new FailureLock(stored)));
    }

    /** Makes wrong entries, each as soon as the wait has ended, and returns their number. */
    private int guessUntilLocked(int atMost) {
        for (int wrong = 1; wrong <= atMost; wrong++) {
            EntryLimits entry = entry();
            LimitResult result = entry.take();
            while (result instanceof Wait wait) {
                clock.advance(wait.remaining());
                entry = entry();
                result = entry.take();
            }
            if (result instanceof Exhausted) {
                return wrong - 1;
            }
            entry.wrong();
        }
        return atMost;
    }

    @Test
    @DisplayName("security 8: give an attacker who waits as required 100 entries and no more")
    void patientAttacker() {
        assertEquals(MAX, guessUntilLocked(300));
        assertTrue(entry().isLocked());
    }

    @Test
    @DisplayName("security 8: lock without expiry")
    void noExpiry() {
        guessUntilLocked(MAX);
        clock.advance(Duration.ofDays(400));

        assertInstanceOf(Exhausted.class, entry().take());
    }

    @Test
    @DisplayName("security 8: report the lock at the hundredth wrong entry, but not at the ninety-ninth")
    void reportsLock() {
        IntStream.range(0, MAX - 2).forEach(i -> failures.add());

        EntryLimits ninetyNinth = entry();
        ninetyNinth.take();
        assertFalse(ninetyNinth.wrong());
        EntryLimits hundredth = entry();
        hundredth.take();
        assertTrue(hundredth.wrong());
    }

    @Test
    @DisplayName("accept a right entry after ninety-nine wrong ones and reset the count")
    void acceptedAfterFailures() {
        IntStream.range(0, MAX - 1).forEach(i -> failures.add());

        EntryLimits entry = entry();
        assertInstanceOf(Granted.class, entry.take());
        entry.accepted();

        assertEquals(0, failures.count());
        assertFalse(entry().isLocked());
    }

    @Test
    @DisplayName("security 9: do not reset another factor after a right entry")
    void ownFactorOnly() {
        InMemoryFailures other = new InMemoryFailures();
        other.add();
        EntryLimits entry = entry();
        entry.take();
        entry.accepted();

        assertEquals(1, other.count());
    }

    @Test
    @DisplayName("X2 check only one of many parallel guesses if one entry is left before the lock")
    void atOnceBeforeTheLock() throws Exception {
        IntStream.range(0, MAX - 1).forEach(i -> failures.add());

        // Each thread uses another user, so that waits don't apply.
        long admitted = Concurrently.run(
                        32,
                        () -> limits(Thread.currentThread().getName(), failures).take())
                .stream()
                .filter(Granted.class::isInstance)
                .count();

        assertEquals(1, admitted);
    }

    @Test
    @DisplayName("do not count an entry that has to wait as a failure")
    void waitingIsNoFailure() {
        guessUntilLocked(5);
        int before = failures.count();
        IntStream.range(0, 50).forEach(i -> entry().take());

        assertEquals(before, failures.count());
    }

    @Test
    @DisplayName("write nothing for a right first entry")
    void acceptedAtOnce() {
        EntryLimits entry = entry();
        entry.take();
        assertEquals(0, failures.count());
        entry.accepted();

        assertEquals(0, failures.count());
    }

    @Test
    @DisplayName("make entries that prove a new number wait, but lock nothing")
    void withoutLock() {
        EntryThrottle throttle = new EntryThrottle(store, clock, "realm", "anna", "sms-otp-enrol");
        EntryLimits entry = new EntryLimits(throttle, Optional.empty());

        assertInstanceOf(Granted.class, entry.take());
        assertFalse(entry.wrong());
        assertFalse(entry.isLocked());
    }
}
