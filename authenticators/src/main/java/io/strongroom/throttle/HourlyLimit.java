package io.strongroom.throttle;

import io.strongroom.state.OneTimeStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A limit on the number of actions per hour. Each action takes a slot, which becomes free again after an hour (ASVS
 * 2.4.1).
 */
public final class HourlyLimit {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final int NONE = -1;

    private final OneTimeStore store;
    private final Clock clock;
    private final String key;
    private final int max;
    private int taken = NONE;

    /**
     * @param key identifies the limited action
     * @param max slots per hour, at least 1
     */
    public HourlyLimit(OneTimeStore store, Clock clock, String key, int max) {
        this.store = store;
        this.clock = clock;
        this.key = "hourly:" + key;
        this.max = max;
    }

    /**
     * Takes a slot.
     *
     * @return false if all slots are taken
     */
    public boolean take() {
        for (int slot = 0; slot < max; slot++) {
            if (store.claim(slot(slot), HOUR)) {
                String until = Long.toString(clock.instant().plus(HOUR).toEpochMilli());
                store.put(until(slot), HOUR, Map.of("until", until));
                taken = slot;
                return true;
            }
        }
        return false;
    }

    /**
     * Releases the slot taken by this instance.
     *
     * @return false if this instance took none
     */
    public boolean release() {
        boolean isTaken = taken != NONE;
        if (isTaken) {
            store.release(slot(taken));
            taken = NONE;
        }
        return isTaken;
    }

    /** Counts the taken slots by checking all of them. */
    public int used() {
        return (int) IntStream.range(0, max)
                .filter(slot -> store.isClaimed(slot(slot)))
                .count();
    }

    /** Returns a handle for the slot taken by this instance; empty if this instance took none. */
    public Optional<String> handle() {
        return taken == NONE ? Optional.empty() : Optional.of(store.handle(slot(taken)));
    }

    /** Returns the time until the first slot is free again, between one second and one hour. */
    public Duration retryAfter() {
        return IntStream.range(0, max)
                .mapToObj(slot -> store.get(until(slot)))
                .flatMap(Optional::stream)
                .map(entry -> Instant.ofEpochMilli(Long.parseLong(entry.get("until"))))
                .min(Instant::compareTo)
                .map(until -> Remaining.until(until, clock))
                .orElse(HOUR);
    }

    private String slot(int slot) {
        return key + ":" + slot;
    }

    private String until(int slot) {
        return slot(slot) + ":until";
    }
}
