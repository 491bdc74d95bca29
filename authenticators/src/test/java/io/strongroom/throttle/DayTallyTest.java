package io.strongroom.throttle;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.strongroom.state.Concurrently;
import io.strongroom.state.InMemoryOneTimeStore;
import io.strongroom.state.MutableClock;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("X9 A count for the last day")
class DayTallyTest {

    private final MutableClock clock = new MutableClock();
    private final InMemoryOneTimeStore store = new InMemoryOneTimeStore(clock);
    private final DayTally tally = new DayTally(store, clock, "refused");

    @Test
    @DisplayName("includes the last 24 hours and nothing older than 30")
    void day() {
        tally.add();
        clock.advance(Duration.ofHours(7));
        tally.add();
        tally.add();

        assertEquals(3, tally.count());
        clock.advance(Duration.ofHours(17));
        assertEquals(3, tally.count());
        clock.advance(Duration.ofHours(13));
        assertEquals(0, tally.count());
    }

    @Test
    @DisplayName("counts each key separately")
    void apart() {
        tally.add();

        assertEquals(0, new DayTally(store, clock, "other").count());
    }

    @Test
    @DisplayName("counts all parallel events")
    void atOnce() throws Exception {
        Concurrently.run(40, () -> {
            tally.add();
            return true;
        });

        assertEquals(40, tally.count());
    }

    @Test
    @DisplayName("stops at a thousand in six hours")
    void max() {
        for (int i = 0; i < 1005; i++) {
            tally.add();
        }

        assertEquals(1000, tally.count());
    }
}
