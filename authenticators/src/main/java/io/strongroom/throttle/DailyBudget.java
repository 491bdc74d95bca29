package io.strongroom.throttle;

import io.strongroom.state.OneTimeStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.OptionalInt;

/** So many in a day, which begins at midnight UTC. Each takes the first slot that is free. */
public final class DailyBudget {

    /** Longer than the day, so that the slots of a day end together and after it. */
    private static final Duration AFTERWARDS = Duration.ofHours(1);

    private final OneTimeStore store;
    private final Clock clock;
    private final String key;
    private final int most;
    private Instant taken;

    /**
     * @param key  what is limited
     * @param most how many, at least 1
     */
    public DailyBudget(OneTimeStore store, Clock clock, String key, int most) {
        this.store = store;
        this.clock = clock;
        this.key = "daily:" + key;
        this.most = most;
    }

    public int most() {
        return most;
    }

    /** @return how many are used now, this one included; empty where there were so many already */
    public OptionalInt take() {
        for (int slot = used(); slot < most; slot++) {
            if (store.claim(slot(today(), slot), lifeOfToday())) {
                taken = clock.instant();
                return OptionalInt.of(slot + 1);
            }
        }
        return OptionalInt.empty();
    }

    /** What was taken is not needed. */
    public void giveBack() {
        if (taken != null) {
            giveBack(taken);
            taken = null;
        }
    }

    /**
     * What was taken is not needed. All slots of a day are alike, so the last one is given back: that leaves no gap to miscount.
     *
     * @param when it was taken
     */
    public void giveBack(Instant when) {
        LocalDate day = dayOf(when);
        int used = used(day);
        while (used > 0 && !store.release(slot(day, used - 1))) {
            used--;
        }
    }

    /** How many were taken today. */
    public int used() {
        return used(today());
    }

    private int used(LocalDate day) {
        return Slots.taken(slot -> store.isClaimed(slot(day, slot)));
    }

    /** Until the next day begins. */
    public Duration retryAfter() {
        return Duration.between(clock.instant(), tomorrow());
    }

    /**
     * Whether this is the first time today that so much of the budget is used; of all who ask, one hears so.
     *
     * @param percent 1 to 100
     */
    public boolean isFirstToReach(int percent, int used) {
        return used * 100L >= (long) most * percent
                && store.claim(key + ":" + today() + ":" + most + ":" + percent + "%", lifeOfToday());
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
        return retryAfter().plus(AFTERWARDS);
    }
}
