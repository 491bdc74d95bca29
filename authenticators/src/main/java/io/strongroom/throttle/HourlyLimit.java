package io.strongroom.throttle;

import io.strongroom.state.OneTimeStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** So many in an hour, and no more: each takes a slot that is free again an hour later (ASVS 2.4.1). */
public final class HourlyLimit {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final int NONE = -1;

    private final OneTimeStore store;
    private final Clock clock;
    private final String key;
    private final int most;
    private int taken = NONE;

    /**
     * @param key  what is limited
     * @param most how many, at least 1
     */
    public HourlyLimit(OneTimeStore store, Clock clock, String key, int most) {
        this.store = store;
        this.clock = clock;
        this.key = "hourly:" + key;
        this.most = most;
    }

    /** @return false where there were so many already */
    public boolean take() {
        for (int slot = 0; slot < most; slot++) {
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
     * What was taken is not needed.
     *
     * @return false where nothing was taken
     */
    public boolean giveBack() {
        boolean isTaken = taken != NONE;
        if (isTaken) {
            store.release(slot(taken));
            taken = NONE;
        }
        return isTaken;
    }

    /** How many are taken. Looks at all slots. */
    public int used() {
        return (int) IntStream.range(0, most)
                .filter(slot -> store.isClaimed(slot(slot)))
                .count();
    }

    /** A handle of what was taken; empty where nothing was. */
    public Optional<String> place() {
        return taken == NONE ? Optional.empty() : Optional.of(store.handle(slot(taken)));
    }

    /** When the first slot is free again: from a second to an hour. */
    public Duration retryAfter() {
        return IntStream.range(0, most)
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
