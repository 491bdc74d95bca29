package io.strongroom.throttle;

import io.strongroom.state.OneTimeStore;
import java.time.Clock;
import java.time.Duration;
import java.util.stream.LongStream;

/** Counts events in the last 24 to 30 hours, at most 1000 per six-hour period. */
public final class DayTally {

    private static final int MAX = 1000;
    private static final Duration PERIOD = Duration.ofHours(6);
    private static final int PERIODS = 5;

    private final OneTimeStore store;
    private final Clock clock;
    private final String key;

    /** @param key identifies the counted events */
    public DayTally(OneTimeStore store, Clock clock, String key) {
        this.store = store;
        this.clock = clock;
        this.key = "tally:" + key;
    }

    public void add() {
        long part = part();
        int slot = taken(part);
        while (slot < MAX && !store.claim(slot(part, slot), PERIOD.multipliedBy(PERIODS))) {
            slot++;
        }
    }

    public int count() {
        long now = part();
        return (int) LongStream.range(0, PERIODS).map(ago -> taken(now - ago)).sum();
    }

    private int taken(long part) {
        return Slots.taken(slot -> store.isClaimed(slot(part, slot)));
    }

    private long part() {
        return clock.instant().getEpochSecond() / PERIOD.toSeconds();
    }

    private String slot(long part, int slot) {
        return key + ":" + part + ":" + slot;
    }
}
