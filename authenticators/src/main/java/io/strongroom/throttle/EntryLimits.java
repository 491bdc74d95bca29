package io.strongroom.throttle;

import java.time.Duration;
import java.util.Optional;

/**
 * All limits on entering codes of one factor: waits that grow, and the lock behind a hundred failures. One instance serves one
 * entry.
 */
public final class EntryLimits {

    private final EntryThrottle throttle;
    private final Optional<FailureLock> lock;

    /** @param lock empty where no factor is at stake, as when a new number is being proven */
    public EntryLimits(EntryThrottle throttle, Optional<FailureLock> lock) {
        this.throttle = throttle;
        this.lock = lock;
    }

    public boolean isLocked() {
        return lock.filter(FailureLock::isLocked).isPresent();
    }

    /** How long the next entry has to wait; zero where it need not. */
    public Duration remaining() {
        return throttle.remaining();
    }

    /** Counts an entry that is about to be checked. */
    public LimitResult take() {
        if (isLocked()) {
            return new LimitResult.Exhausted();
        }
        LimitResult pass = throttle.take();
        boolean refused = pass instanceof LimitResult.Granted
                && !lock.map(FailureLock::admit).orElse(true);
        return refused ? new LimitResult.Exhausted() : pass;
    }

    /** It was right: all is forgiven (security figure 9). */
    public void right() {
        throttle.reset();
        lock.ifPresent(FailureLock::right);
    }

    /**
     * It was wrong.
     *
     * @return whether the factor is locked from now on
     */
    public boolean wrong() {
        return lock.filter(FailureLock::wrong).isPresent();
    }
}
