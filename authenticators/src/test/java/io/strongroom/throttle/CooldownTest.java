package io.strongroom.throttle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.strongroom.state.AtOnce;
import io.strongroom.state.InMemoryOneTimeStore;
import io.strongroom.state.MutableClock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Cooldown")
class CooldownTest {

    private static final Duration SHUT = Duration.ofSeconds(30);

    private final MutableClock clock = new MutableClock();
    private final InMemoryOneTimeStore store = new InMemoryOneTimeStore(clock);
    private final Cooldown gate = new Cooldown(store, clock, "gate");

    @Test
    @DisplayName("is open at first")
    void openAtFirst() {
        assertEquals(Duration.ZERO, gate.remaining());
        assertTrue(gate.enter(SHUT));
    }

    @Test
    @DisplayName("stays shut behind who went through, and opens at its time")
    void shut() {
        gate.enter(SHUT);

        assertEquals(SHUT, gate.remaining());
        clock.advance(SHUT.minusSeconds(1));
        assertEquals(Duration.ofSeconds(1), gate.remaining());
        assertFalse(gate.enter(SHUT));
        clock.advance(Duration.ofSeconds(1));
        assertEquals(Duration.ZERO, gate.remaining());
        assertTrue(gate.enter(SHUT));
    }

    @Test
    @DisplayName("does not stay shut longer for those who push")
    void pushing() {
        gate.enter(SHUT);
        clock.advance(Duration.ofSeconds(20));
        gate.enter(Duration.ofHours(1));

        assertEquals(Duration.ofSeconds(10), gate.remaining());
    }

    @Test
    @DisplayName("never says zero while it is shut")
    void atLeastASecond() {
        gate.enter(SHUT);
        clock.advance(SHUT.minusMillis(1));

        assertEquals(Duration.ofSeconds(1), gate.remaining());
    }

    @Test
    @DisplayName("says a second where another node's time has not been stored yet")
    void timeNotYetStored() {
        gate.enter(SHUT);
        store.release("gate:opens");

        assertEquals(Duration.ofSeconds(1), gate.remaining());
        assertFalse(gate.enter(SHUT));
    }

    @Test
    @DisplayName("can be opened before its time")
    void opened() {
        gate.enter(SHUT);
        gate.open();

        assertEquals(Duration.ZERO, gate.remaining());
        assertTrue(gate.enter(SHUT));
    }

    @Test
    @DisplayName("X2 of many at once one gets through")
    void oneOfMany() throws Exception {
        List<Boolean> through = AtOnce.run(32, () -> gate.enter(SHUT));

        assertEquals(1, through.stream().filter(entered -> entered).count());
    }
}
