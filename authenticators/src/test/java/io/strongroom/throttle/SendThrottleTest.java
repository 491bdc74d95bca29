package io.strongroom.throttle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.strongroom.state.Concurrently;
import io.strongroom.state.InMemoryOneTimeStore;
import io.strongroom.state.MutableClock;
import io.strongroom.throttle.LimitResult.Exhausted;
import io.strongroom.throttle.LimitResult.Granted;
import io.strongroom.throttle.LimitResult.Wait;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The limit on messages")
class SendThrottleTest {

    private static final String NUMBER = "+46701740605";
    private static final String OTHER = "+46701740606";

    private final MutableClock clock = new MutableClock();
    private final InMemoryOneTimeStore store = new InMemoryOneTimeStore(clock);
    private final SendThrottle sends = new SendThrottle(store, clock, "login", "anna");

    @Test
    @DisplayName("security 10: spaces messages 30, 60, then 120 seconds apart and sends no more than five")
    void waits() {
        assertEquals(Duration.ZERO, sends.remaining(NUMBER));
        for (long seconds : List.of(30, 60, 120, 120)) {
            assertEquals(new Granted(), sends.take(NUMBER));
            assertEquals(Duration.ofSeconds(seconds), sends.remaining(NUMBER));
            assertFalse(sends.isExhausted());
            clock.advance(Duration.ofSeconds(seconds).minusSeconds(1));
            assertEquals(new Wait(Duration.ofSeconds(1)), sends.take(NUMBER));
            clock.advance(Duration.ofSeconds(1));
        }
        assertEquals(new Granted(), sends.take(NUMBER));
        assertTrue(sends.isExhausted());
        clock.advance(Duration.ofMinutes(30));
        assertEquals(new Exhausted(), sends.take(NUMBER));
    }

    @Test
    @DisplayName("X3 reports when a login that has used all its messages may send again")
    void retryAfter() {
        for (int sent = 1; sent <= SendThrottle.PER_LOGIN; sent++) {
            sends.take(NUMBER);
            clock.advance(Duration.ofMinutes(3));
        }

        assertEquals(Duration.ofMinutes(45), sends.retryAfter());
        clock.advance(sends.retryAfter());
        assertEquals(new Granted(), sends.take(NUMBER));
    }

    @Test
    @DisplayName("X3 releases the slot and ends the wait if another limit refuses a message")
    void cancel() {
        for (int refused = 1; refused <= 20; refused++) {
            assertEquals(new Granted(), sends.take(NUMBER));
            sends.cancel(NUMBER);
        }

        assertEquals(Duration.ZERO, sends.remaining(NUMBER));
        assertFalse(sends.isExhausted());
    }

    @Test
    @DisplayName("X3 does not count a message that could not be queued, but makes the next one wait")
    void release() {
        for (int refused = 1; refused <= 20; refused++) {
            assertEquals(new Granted(), sends.take(NUMBER));
            assertTrue(sends.release());
            assertFalse(sends.release());
            assertEquals(new Wait(Duration.ofSeconds(30)), sends.take(NUMBER));
            clock.advance(Duration.ofSeconds(30));
        }

        for (int sent = 1; sent <= SendThrottle.PER_LOGIN; sent++) {
            assertEquals(new Granted(), sends.take(NUMBER));
            clock.advance(Duration.ofMinutes(2));
        }
        assertEquals(new Exhausted(), sends.take(NUMBER));
    }

    @Test
    @DisplayName("X3 frees a slot for one more message if its handle releases it, out of order")
    void releasedByHandle() {
        for (int number = 1; number <= 5; number++) {
            SendThrottle one = new SendThrottle(store, clock, "login", "anna");
            one.take("+4670174060" + number);
            if (number == 2) {
                store.releaseHandle(one.handle().orElseThrow());
            }
        }

        assertFalse(sends.isExhausted());
        assertEquals(new Granted(), sends.take("+46701740606"));
        assertTrue(sends.isExhausted());
    }

    @Test
    @DisplayName("X3 releases nothing when a message that was not granted is cancelled")
    void nothingToCancel() {
        sends.take(NUMBER);
        SendThrottle waiting = new SendThrottle(store, clock, "login", "anna");
        waiting.take(NUMBER);
        waiting.cancel(NUMBER);

        assertEquals(Duration.ofSeconds(30), sends.remaining(NUMBER));
    }

    @Test
    @DisplayName("X3 does not count requests during the wait")
    void tooEarly() {
        sends.take(NUMBER);
        for (int i = 0; i < 50; i++) {
            assertEquals(new Wait(Duration.ofSeconds(30)), sends.take(NUMBER));
        }

        assertFalse(sends.isExhausted());
        clock.advance(Duration.ofSeconds(30));
        assertEquals(new Granted(), sends.take(NUMBER));
    }

    @Test
    @DisplayName("counts a message to another number, but does not make it wait")
    void otherNumber() {
        sends.take(NUMBER);
        assertEquals(Duration.ZERO, sends.remaining(OTHER));
        assertEquals(new Granted(), sends.take(OTHER));
        assertEquals(Duration.ofSeconds(60), sends.remaining(OTHER));
        assertEquals(Duration.ofSeconds(30), sends.remaining(NUMBER));
    }

    @Test
    @DisplayName("security 10: allows five messages in total, to any number of recipients")
    void fiveInAll() {
        for (int number = 1; number <= 5; number++) {
            assertEquals(new Granted(), sends.take("+4670174060" + number));
        }

        assertEquals(new Exhausted(), sends.take("+46701740606"));
        assertTrue(sends.isExhausted());
    }

    @Test
    @DisplayName("is separate for another login and for another user in the same browser")
    void separateLimits() {
        for (int number = 1; number <= 5; number++) {
            sends.take("+4670174060" + number);
        }

        assertEquals(new Granted(), new SendThrottle(store, clock, "login-2", "anna").take(NUMBER));
        assertEquals(new Granted(), new SendThrottle(store, clock, "login", "bert").take(NUMBER));
    }

    @Test
    @DisplayName("X2 sends one message for sixteen parallel tabs")
    void oneMessage() throws Exception {
        List<LimitResult> results = Concurrently.run(16, () -> sends.take(NUMBER));

        assertEquals(1, results.stream().filter(Granted.class::isInstance).count());
        assertEquals(15, results.stream().filter(Wait.class::isInstance).count());
    }

    @Test
    @DisplayName("X2 sends five messages for sixteen parallel requests for different numbers")
    void fiveMessages() throws Exception {
        AtomicInteger number = new AtomicInteger(10);

        List<LimitResult> results = Concurrently.run(16, () -> sends.take("+467017406" + number.incrementAndGet()));

        assertEquals(5, results.stream().filter(Granted.class::isInstance).count());
        assertEquals(11, results.stream().filter(Exhausted.class::isInstance).count());
    }
}
