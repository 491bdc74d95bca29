package io.strongroom.throttle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.strongroom.state.AtOnce;
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

@DisplayName("Limits on entries of a factor")
class EntryLimitsTest {

    private static final int MOST = FailureLock.MOST;

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

    /** Guesses as soon as the waits allow, and sits each of them out. */
    private int guessUntilLocked(int atMost) {
        for (int wrong = 1; wrong <= atMost; wrong++) {
            EntryLimits entry = entry();
            LimitResult pass = entry.take();
            while (pass instanceof Wait wait) {
                clock.advance(wait.remaining());
                entry = entry();
                pass = entry.take();
            }
            if (pass instanceof Exhausted) {
                return wrong - 1;
            }
            entry.wrong();
        }
        return atMost;
    }

    @Test
    @DisplayName("security 8: who guesses for days, sitting out every wait, gets a hundred entries and no more")
    void patientAttacker() {
        assertEquals(MOST, guessUntilLocked(300));
        assertTrue(entry().isLocked());
    }

    @Test
    @DisplayName("security 8: neither time nor what is forgotten after a day unlocks")
    void forGood() {
        guessUntilLocked(MOST);
        clock.advance(Duration.ofDays(400));

        assertInstanceOf(Exhausted.class, entry().take());
    }

    @Test
    @DisplayName("security 8: the hundredth wrong entry says that it locks, the ninety-ninth does not")
    void tellsOnce() {
        IntStream.range(0, MOST - 2).forEach(i -> failures.add());

        EntryLimits ninetyNinth = entry();
        ninetyNinth.take();
        assertFalse(ninetyNinth.wrong());
        EntryLimits hundredth = entry();
        hundredth.take();
        assertTrue(hundredth.wrong());
    }

    @Test
    @DisplayName("a right entry after ninety-nine wrong ones is let in, and starts from zero")
    void rightAtLast() {
        IntStream.range(0, MOST - 1).forEach(i -> failures.add());

        EntryLimits entry = entry();
        assertInstanceOf(Granted.class, entry.take());
        entry.right();

        assertEquals(0, failures.known());
        assertFalse(entry().isLocked());
    }

    @Test
    @DisplayName("security 9: a right entry forgives nothing of another factor")
    void ownFactorOnly() {
        InMemoryFailures other = new InMemoryFailures();
        other.add();
        EntryLimits entry = entry();
        entry.take();
        entry.right();

        assertEquals(1, other.known());
    }

    @Test
    @DisplayName("X2 of many guesses at once, one entry before the lock, one is checked")
    void atOnceBeforeTheLock() throws Exception {
        IntStream.range(0, MOST - 1).forEach(i -> failures.add());

        // Each thread is a user's own, so that the waits do not help.
        long admitted = AtOnce.run(
                        32,
                        () -> limits(Thread.currentThread().getName(), failures).take())
                .stream()
                .filter(Granted.class::isInstance)
                .count();

        assertEquals(1, admitted);
    }

    @Test
    @DisplayName("an entry that had to wait is no failure")
    void waitingIsNoFailure() {
        guessUntilLocked(5);
        int before = failures.known();
        IntStream.range(0, 50).forEach(i -> entry().take());

        assertEquals(before, failures.known());
    }

    @Test
    @DisplayName("a first right entry writes nothing")
    void rightAtOnce() {
        EntryLimits entry = entry();
        entry.take();
        assertEquals(0, failures.known());
        entry.right();

        assertEquals(0, failures.known());
    }

    @Test
    @DisplayName("what proves a new number waits, but locks nothing")
    void withoutLock() {
        EntryThrottle throttle = new EntryThrottle(store, clock, "realm", "anna", "sms-otp-enrol");
        EntryLimits entry = new EntryLimits(throttle, Optional.empty());

        assertInstanceOf(Granted.class, entry.take());
        assertFalse(entry.wrong());
        assertFalse(entry.isLocked());
    }
}
