package io.strongroom.exit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.strongroom.state.InMemoryOneTimeStore;
import io.strongroom.state.MutableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("X9 The logins that the exit check stops")
class StoppedLoginsTest {

    private final MutableClock clock = new MutableClock();
    private final InMemoryOneTimeStore store = new InMemoryOneTimeStore(clock);
    private final StoppedLogins stopped = new StoppedLogins(store, "realm", clock);

    @Test
    @DisplayName("are none at first")
    void none() {
        assertEquals(0, stopped.count());
        assertEquals(Optional.empty(), stopped.last());
    }

    @Test
    @DisplayName("are counted for one day, with the time of the last one")
    void day() {
        stopped.add();
        clock.advance(Duration.ofHours(23));
        Instant last = clock.instant();
        stopped.add();

        assertEquals(2, stopped.count());
        assertEquals(Optional.of(last), stopped.last());

        clock.advance(Duration.ofHours(2));
        assertEquals(1, stopped.count());

        clock.advance(Duration.ofHours(24));
        assertEquals(0, stopped.count());
        assertEquals(Optional.empty(), stopped.last());
    }

    @Test
    @DisplayName("are counted up to one hundred, separately for each realm")
    void most() {
        for (int login = 0; login < StoppedLogins.MOST + 5; login++) {
            stopped.add();
        }

        assertEquals(StoppedLogins.MOST, stopped.count());
        assertEquals(0, new StoppedLogins(store, "other", clock).count());
    }
}
