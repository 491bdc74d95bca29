package io.strongroom.throttle;

import io.strongroom.state.OneTimeStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.OptionalInt;

/** A limit on the number of actions per day; days start at midnight UTC. Each action takes the first free slot. */
public final class DailyBudget {

    /** How long slots remain stored after their day, so that none of them expires during the day. */
    private static final Duration MARGIN = Duration.ofHours(1);

    private final OneTimeStore store;
    private final Clock clock;
    private final String key;
    private final int max;
    private Instant taken;

    /**
     * @param key identifies the limited action
     * @param max slots per day, at least 1
     */
    public DailyBudget(OneTimeStore store, Clock clock, String key, int max) {
        this.store = store;
        this.clock = clock;
        this.key = "daily:" + key;
        this.max = max;
    }

    public int max() {
        return max;
    }

    /**
     * Takes a slot.
     *
     * @return the number of slots now in use, including this one; empty if the budget was already used up
     */
    public OptionalInt take() {
        for (int slot = used(); slot < max; slot++) {
            if (store.claim(slot(today(), slot), lifeOfToday())) {
                taken = clock.instant();
                return OptionalInt.of(slot + 1);
            }
        }
        return OptionalInt.empty();
    }

    /** Releases the slot taken by this instance, if any. */
    public void release() {
        if (taken != null) {
            release(taken);
            taken = null;
        }
    }

    /**
     * Releases one of a day's slots. Slots are interchangeable, so this method releases the last one, because a gap
     * would make the count wrong.
     *
     * @param when a time on the day for which the slot was taken
     */
    public void release(Instant when) {
        LocalDate day = dayOf(when);
        int used = used(day);
        while (used > 0 && !store.release(slot(day, used - 1))) {
            used--;
        }
    }

    /** Returns the number of slots in use today. */
    public int used() {
        return used(today());
    }

    private int used(LocalDate day) {
        return Slots.taken(slot -> store.isClaimed(slot(day, slot)));
    }

    /** Returns the time until the next day starts. */
    public Duration retryAfter() {
        return Duration.between(clock.instant(), tomorrow());
    }

    /**
     * Checks whether usage reaches a threshold for the first time today. Returns true to only one caller per day.
     *
     * @param percent the threshold, 1 to 100
     * @param used    number of slots now in use
     */
    public boolean isFirstToReach(int percent, int used) {
        return used * 100L >= (long) max * percent
                && store.claim(key + ":" + today() + ":" + max + ":" + percent + "%", lifeOfToday());
    }

    private String slot(LocalDate day, int slot) {
        return key + ":" + day + ":" + slot;
    }

    private LocalDate today() {
        return dayOf(clock.instant());
    }

    private static LocalDate dayOf(Instant instant) {
        return LocalDate.ofInstant(instant, ZoneOffset.UTC);
    }

    private Instant tomorrow() {
        return today().plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC);
    }

    private Duration lifeOfToday() {
        return retryAfter().plus(MARGIN);
    }
}
