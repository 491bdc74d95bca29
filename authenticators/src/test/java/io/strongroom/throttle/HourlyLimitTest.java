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

@DisplayName("security 10: an hourly limit")
class HourlyLimitTest {

    private final MutableClock clock = new MutableClock();
    private final InMemoryOneTimeStore store = new InMemoryOneTimeStore(clock);

    private HourlyLimit limit(String key) {
        return new HourlyLimit(store, key, 3);
    }

    @Test
    @DisplayName("grants as many as it says, each free again after an hour")
    void most() {
        IntStream.range(0, 3).forEach(i -> assertTrue(limit("a").take()));
        assertFalse(limit("a").take());

        clock.advance(Duration.ofMinutes(59));
        assertFalse(limit("a").take());
        clock.advance(Duration.ofMinutes(2));
        assertTrue(limit("a").take());
    }

    @Test
    @DisplayName("counts each key by itself")
    void keys() {
        IntStream.range(0, 3).forEach(i -> limit("a").take());

        assertTrue(limit("b").take());
    }

    @Test
    @DisplayName("grants no more to those who come at once")
    void parallel() {
        long granted =
                IntStream.range(0, 64).parallel().filter(i -> limit("a").take()).count();

        assertEquals(3, granted);
    }
}
