package io.strongroom.throttle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.strongroom.state.InMemoryOneTimeStore;
import io.strongroom.state.MutableClock;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("security 10: An hourly limit")
class HourlyLimitTest {

    private final MutableClock clock = new MutableClock();
    private final InMemoryOneTimeStore store = new InMemoryOneTimeStore(clock);

    private HourlyLimit limit(String key) {
        return new HourlyLimit(store, clock, key, 3);
    }

    @Test
    @DisplayName("grants its maximum, and each slot is free again after an hour")
    void max() {
        IntStream.range(0, 3).forEach(i -> assertTrue(limit("a").take()));
        assertFalse(limit("a").take());

        clock.advance(Duration.ofMinutes(59));
        assertFalse(limit("a").take());
        clock.advance(Duration.ofMinutes(2));
        assertTrue(limit("a").take());
    }

    @Test
    @DisplayName("X3 reports when the first slot is free again")
    void retryAfter() {
        limit("a").take();
        clock.advance(Duration.ofMinutes(48));
        limit("a").take();
        limit("a").take();

        assertEquals(Duration.ofMinutes(12), limit("a").retryAfter());
        clock.advance(Duration.ofMinutes(12));
        assertTrue(limit("a").take());
        assertEquals(Duration.ofMinutes(48), limit("a").retryAfter());
    }

    @Test
    @DisplayName("X3 lets a released slot be taken again once")
    void release() {
        HourlyLimit last = limit("a");
        IntStream.range(0, 2).forEach(i -> limit("a").take());
        last.take();
        last.release();
        last.release();

        assertTrue(limit("a").take());
        assertFalse(limit("a").take());
    }

    @Test
    @DisplayName("counts each key separately")
    void keys() {
        IntStream.range(0, 3).forEach(i -> limit("a").take());

        assertTrue(limit("b").take());
    }

    @Test
    @DisplayName("does not exceed its maximum in parallel")
    void parallel() {
        long granted =
                IntStream.range(0, 64).parallel().filter(i -> limit("a").take()).count();

        assertEquals(3, granted);
    }
}
