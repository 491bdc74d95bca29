package io.strongroom.throttle;

import java.time.Duration;
import java.util.Optional;

/**
 * All limits on entering codes of one factor: growing waits, and the lock after 100 consecutive wrong entries. One
 * instance serves one entry.
 */
public final class EntryLimits {

    private final EntryThrottle throttle;
    private final Optional<FailureLock> lock;

    /** @param lock empty if wrong entries must not lock anything, for example while a new number is being proven */
    public EntryLimits(EntryThrottle throttle, Optional<FailureLock> lock) {
        this.throttle = throttle;
        this.lock = lock;
    }

    public boolean isLocked() {
        return lock.filter(FailureLock::isLocked).isPresent();
    }

    /** Returns how long the next entry has to wait, or zero. */
    public Duration remaining() {
        return throttle.remaining();
    }

    /** Counts an entry before it is checked. */
    public LimitResult take() {
        if (isLocked()) {
            return new LimitResult.Exhausted();
        }
        LimitResult result = throttle.take();
        boolean refused = result instanceof LimitResult.Granted
                && !lock.map(FailureLock::admit).orElse(true);
        return refused ? new LimitResult.Exhausted() : result;
    }

    /** Records that the entry was accepted and resets wait and lock (security figure 9). */
    public void accepted() {
        throttle.reset();
        lock.ifPresent(FailureLock::accepted);
    }

    /**
     * Records that the entry was wrong.
     *
     * @return whether this entry locks the factor
     */
    public boolean wrong() {
        return lock.filter(FailureLock::wrong).isPresent();
    }
}
