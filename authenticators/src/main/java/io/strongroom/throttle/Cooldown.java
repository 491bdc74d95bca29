package io.strongroom.throttle;

import io.strongroom.state.OneTimeStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * A waiting period after an action, during which the next action is blocked. Only one of several parallel callers can
 * start it.
 */
public final class Cooldown {

    private final OneTimeStore store;
    private final Clock clock;
    private final String key;

    /** @param key storage key, which identifies the action */
    public Cooldown(OneTimeStore store, Clock clock, String key) {
        this.store = store;
        this.clock = clock;
        this.key = key;
    }

    /**
     * Starts the waiting period, unless one is already running.
     *
     * @return true if this call started the waiting period
     */
    public boolean start(Duration length) {
        if (!store.claim(key, length)) {
            return false;
        }
        String end = Long.toString(clock.instant().plus(length).toEpochMilli());
        store.put(timeKey(), length, Map.of("opens", end));
        return true;
    }

    /** Returns the remaining wait: at least one second during the waiting period, otherwise zero. */
    public Duration remaining() {
        if (!store.isClaimed(key)) {
            return Duration.ZERO;
        }
        Instant end = store.get(timeKey())
                .map(entry -> Instant.ofEpochMilli(Long.parseLong(entry.get("opens"))))
                .orElse(clock.instant());
        return Remaining.until(end, clock);
    }

    public void end() {
        store.release(key);
    }

    private String timeKey() {
        return key + ":opens";
    }
}
