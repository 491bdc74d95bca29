package io.strongroom.throttle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.strongroom.state.AtOnce;
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

@DisplayName("Limit on messages")
class SendThrottleTest {

    private static final String NUMBER = "+46701740605";
    private static final String OTHER = "+46701740606";

    private final MutableClock clock = new MutableClock();
    private final InMemoryOneTimeStore store = new InMemoryOneTimeStore(clock);
    private final SendThrottle sends = new SendThrottle(store, clock, "login", "anna");

    @Test
    @DisplayName("security 10: between messages 30, 60, 120 seconds; after five it is over")
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
    @DisplayName("X3 who has had all messages of a login is told when the first is forgotten")
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
    @DisplayName("X3 a message that another limit refused is given back, with its wait")
    void giveBack() {
        for (int refused = 1; refused <= 20; refused++) {
            assertEquals(new Granted(), sends.take(NUMBER));
            sends.giveBack(NUMBER);
        }

        assertEquals(Duration.ZERO, sends.remaining(NUMBER));
        assertFalse(sends.isExhausted());
    }

    @Test
    @DisplayName("X3 a message for which there was no room is not counted, but may not be tried again at once")
    void uncount() {
        for (int refused = 1; refused <= 20; refused++) {
            assertEquals(new Granted(), sends.take(NUMBER));
            assertTrue(sends.uncount());
            assertFalse(sends.uncount());
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
    @DisplayName("X3 a place given back by its handle, out of turn, is free for one more message")
    void placeGivenBack() {
        for (int number = 1; number <= 5; number++) {
            SendThrottle one = new SendThrottle(store, clock, "login", "anna");
            one.take("+4670174060" + number);
            if (number == 2) {
                store.releaseHandle(one.place().orElseThrow());
            }
        }

        assertFalse(sends.isExhausted());
        assertEquals(new Granted(), sends.take("+46701740606"));
        assertTrue(sends.isExhausted());
    }

    @Test
    @DisplayName("X3 who may not send gives nothing back")
    void nothingToGiveBack() {
        sends.take(NUMBER);
        SendThrottle waiting = new SendThrottle(store, clock, "login", "anna");
        waiting.take(NUMBER);
        waiting.giveBack(NUMBER);

        assertEquals(Duration.ofSeconds(30), sends.remaining(NUMBER));
    }

    @Test
    @DisplayName("X3 asking too early costs nothing")
    void tooEarly() {
        sends.take(NUMBER);
        for (int push = 0; push < 50; push++) {
            assertEquals(new Wait(Duration.ofSeconds(30)), sends.take(NUMBER));
        }

        assertFalse(sends.isExhausted());
        clock.advance(Duration.ofSeconds(30));
        assertEquals(new Granted(), sends.take(NUMBER));
    }

    @Test
    @DisplayName("another number need not wait, but counts")
    void otherNumber() {
        sends.take(NUMBER);
        assertEquals(Duration.ZERO, sends.remaining(OTHER));
        assertEquals(new Granted(), sends.take(OTHER));
        assertEquals(Duration.ofSeconds(60), sends.remaining(OTHER));
        assertEquals(Duration.ofSeconds(30), sends.remaining(NUMBER));
    }

    @Test
    @DisplayName("security 10: five in all, to however many numbers")
    void fiveInAll() {
        for (int number = 1; number <= 5; number++) {
            assertEquals(new Granted(), sends.take("+4670174060" + number));
        }

        assertEquals(new Exhausted(), sends.take("+46701740606"));
        assertTrue(sends.isExhausted());
    }

    @Test
    @DisplayName("another login, and another user in the same browser, have a budget of their own")
    void budgetsAreApart() {
        for (int number = 1; number <= 5; number++) {
            sends.take("+4670174060" + number);
        }

        assertEquals(new Granted(), new SendThrottle(store, clock, "login-2", "anna").take(NUMBER));
        assertEquals(new Granted(), new SendThrottle(store, clock, "login", "bert").take(NUMBER));
    }

    @Test
    @DisplayName("X2 sixteen tabs at once: one message")
    void oneMessage() throws Exception {
        List<LimitResult> passes = AtOnce.run(16, () -> sends.take(NUMBER));

        assertEquals(1, passes.stream().filter(Granted.class::isInstance).count());
        assertEquals(15, passes.stream().filter(Wait.class::isInstance).count());
    }

    @Test
    @DisplayName("X2 sixteen numbers at once: five messages")
    void fiveMessages() throws Exception {
        AtomicInteger number = new AtomicInteger(10);

        List<LimitResult> passes = AtOnce.run(16, () -> sends.take("+467017406" + number.incrementAndGet()));

        assertEquals(5, passes.stream().filter(Granted.class::isInstance).count());
        assertEquals(11, passes.stream().filter(Exhausted.class::isInstance).count());
    }
}
