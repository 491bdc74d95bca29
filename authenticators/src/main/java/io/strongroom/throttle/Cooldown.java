package io.strongroom.throttle;

import io.strongroom.state.OneTimeStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** A door that stays shut for a while after somebody went through; of many who come at once, one gets through. */
public final class Cooldown {

    private final OneTimeStore store;
    private final Clock clock;
    private final String key;

    /** @param key what it is before */
    public Cooldown(OneTimeStore store, Clock clock, String key) {
        this.store = store;
        this.clock = clock;
        this.key = key;
    }

    /** @return whether it was open, and is shut now */
    public boolean enter(Duration shutFor) {
        if (!store.claim(key, shutFor)) {
            return false;
        }
        String opens = Long.toString(clock.instant().plus(shutFor).toEpochMilli());
        store.put(timeKey(), shutFor, Map.of("opens", opens));
        return true;
    }

    /** How long it stays shut, at least a second; zero where it is open. */
    public Duration remaining() {
        if (!store.isClaimed(key)) {
            return Duration.ZERO;
        }
        Instant opens = store.get(timeKey())
                .map(entry -> Instant.ofEpochMilli(Long.parseLong(entry.get("opens"))))
                .orElse(clock.instant());
        return Remaining.until(opens, clock);
    }

    public void open() {
        store.release(key);
    }

    private String timeKey() {
        return key + ":opens";
    }
}
