package io.strongroom.throttle;

import java.time.Duration;
import java.util.Optional;

/**
 * Applies all limits on code entries for one factor: increasing waits, and the lock after 100 consecutive wrong
 * entries. Each instance handles a single entry.
 */
public final class EntryLimits {

    private final EntryThrottle throttle;
    private final Optional<FailureLock> lock;

    /**
     * @param lock lock of the factor; empty if wrong entries must not lock anything, for example while the user proves
     *             a new number
     */
    public EntryLimits(EntryThrottle throttle, Optional<FailureLock> lock) {
        this.throttle = throttle;
        this.lock = lock;
    }

    public boolean isLocked() {
        return lock.filter(FailureLock::isLocked).isPresent();
    }

    /** Returns the wait before the next entry, or zero. */
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

    /** Records that the entry was accepted, and resets the wait and the lock (security figure 9). */
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
