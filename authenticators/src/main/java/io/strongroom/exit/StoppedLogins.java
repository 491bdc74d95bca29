package io.strongroom.exit;

import io.strongroom.state.OneTimeStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Counts a tenant's logins that the exit check stopped in the last 24 hours, for the health report. Counts at most
 * {@link #MOST}; the events record all of them.
 */
public final class StoppedLogins {

    public static final int MOST = 100;

    private static final Duration WINDOW = Duration.ofDays(1);

    private final OneTimeStore store;
    private final String realmId;
    private final Clock clock;

    public StoppedLogins(OneTimeStore store, String realmId, Clock clock) {
        this.store = store;
        this.realmId = realmId;
        this.clock = clock;
    }

    /** Counts one stopped login. The caller's transaction must commit. */
    void add() {
        IntStream.range(0, MOST)
                .filter(slot -> store.claim(slotKey(slot), WINDOW))
                .findFirst();
        store.put(lastKey(), WINDOW, Map.of("at", Long.toString(clock.millis())));
    }

    public int count() {
        return (int) IntStream.range(0, MOST)
                .filter(slot -> store.isClaimed(slotKey(slot)))
                .count();
    }

    public Optional<Instant> last() {
        return store.get(lastKey()).map(entry -> Instant.ofEpochMilli(Long.parseLong(entry.get("at"))));
    }

    private String lastKey() {
        return "stopped:" + realmId + ":last";
    }

    private String slotKey(int slot) {
        return "stopped:" + realmId + ":" + slot;
    }
}
