package io.strongroom.throttle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.strongroom.state.Concurrently;
import io.strongroom.state.InMemoryOneTimeStore;
import io.strongroom.state.MutableClock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A cooldown")
class CooldownTest {

    private static final Duration LENGTH = Duration.ofSeconds(30);

    private final MutableClock clock = new MutableClock();
    private final InMemoryOneTimeStore store = new InMemoryOneTimeStore(clock);
    private final Cooldown cooldown = new Cooldown(store, clock, "gate");

    @Test
    @DisplayName("does not run at first")
    void notRunningAtFirst() {
        assertEquals(Duration.ZERO, cooldown.remaining());
        assertTrue(cooldown.start(LENGTH));
    }

    @Test
    @DisplayName("can't be started again until it has ended")
    void runs() {
        cooldown.start(LENGTH);

        assertEquals(LENGTH, cooldown.remaining());
        clock.advance(LENGTH.minusSeconds(1));
        assertEquals(Duration.ofSeconds(1), cooldown.remaining());
        assertFalse(cooldown.start(LENGTH));
        clock.advance(Duration.ofSeconds(1));
        assertEquals(Duration.ZERO, cooldown.remaining());
        assertTrue(cooldown.start(LENGTH));
    }

    @Test
    @DisplayName("is not extended by attempts to start it again")
    void notExtended() {
        cooldown.start(LENGTH);
        clock.advance(Duration.ofSeconds(20));
        cooldown.start(Duration.ofHours(1));

        assertEquals(Duration.ofSeconds(10), cooldown.remaining());
    }

    @Test
    @DisplayName("never reports zero while it runs")
    void atLeastASecond() {
        cooldown.start(LENGTH);
        clock.advance(LENGTH.minusMillis(1));

        assertEquals(Duration.ofSeconds(1), cooldown.remaining());
    }

    @Test
    @DisplayName("reports a second if another node has not stored the end yet")
    void timeNotYetStored() {
        cooldown.start(LENGTH);
        store.release("gate:opens");

        assertEquals(Duration.ofSeconds(1), cooldown.remaining());
        assertFalse(cooldown.start(LENGTH));
    }

    @Test
    @DisplayName("can be ended early")
    void ended() {
        cooldown.start(LENGTH);
        cooldown.end();

        assertEquals(Duration.ZERO, cooldown.remaining());
        assertTrue(cooldown.start(LENGTH));
    }

    @Test
    @DisplayName("X2 is started by only one of many parallel callers")
    void oneOfMany() throws Exception {
        List<Boolean> results = Concurrently.run(32, () -> cooldown.start(LENGTH));

        assertEquals(1, results.stream().filter(started -> started).count());
    }
}
