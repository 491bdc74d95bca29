package io.strongroom.throttle;

import io.strongroom.state.OneTimeStore;
import java.time.Clock;
import java.time.Duration;
import java.util.stream.LongStream;

/** How often something happened in the last day, which begins 24 to 30 hours ago. It counts a thousand in six hours at most. */
public final class DayTally {

    private static final int MOST = 1000;
    private static final Duration PART = Duration.ofHours(6);
    private static final int PARTS = 5;

    private final OneTimeStore store;
    private final Clock clock;
    private final String key;

    /** @param key what is counted */
    public DayTally(OneTimeStore store, Clock clock, String key) {
        this.store = store;
        this.clock = clock;
        this.key = "tally:" + key;
    }

    public void add() {
        long part = part();
        int slot = taken(part);
        while (slot < MOST && !store.claim(slot(part, slot), PART.multipliedBy(PARTS))) {
            slot++;
        }
    }

    public int count() {
        long now = part();
        return (int) LongStream.range(0, PARTS).map(ago -> taken(now - ago)).sum();
    }

    private int taken(long part) {
        return Slots.taken(slot -> store.isClaimed(slot(part, slot)));
    }

    private long part() {
        return clock.instant().getEpochSecond() / PART.toSeconds();
    }

    private String slot(long part, int slot) {
        return key + ":" + part + ":" + slot;
    }
}
