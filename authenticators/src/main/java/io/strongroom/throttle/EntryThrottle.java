package io.strongroom.throttle;

import io.strongroom.state.OneTimeStore;
import java.time.Clock;
import java.time.Duration;

/**
 * Limits entries of one user's one factor, whatever login they belong to: four are free, from the fifth on each must wait
 * longer than the one before, 30 seconds up to an hour. Entries are forgotten after a day, and at once by a right one (NIST
 * SP 800-63B-4 3.2.2).
 *
 * <p>An entry is counted before it is checked, so parallel guesses get no more tries than slow ones.
 */
public final class EntryThrottle {

    private static final int FREE = 4;
    private static final int MOST = 100;
    private static final Duration FIRST_WAIT = Duration.ofSeconds(30);
    private static final Duration LONGEST_WAIT = Duration.ofHours(1);
    private static final Duration REMEMBERED = Duration.ofDays(1);

    private final OneTimeStore store;
    private final String key;
    private final Cooldown gate;

    /** @param factor the name of the factor, such as {@code sms-otp} */
    public EntryThrottle(OneTimeStore store, Clock clock, String realmId, String userId, String factor) {
        this.store = store;
        this.key = "entries:" + realmId + ":" + userId + ":" + factor;
        this.gate = new Cooldown(store, clock, key + ":gate");
    }

    /** How long the next entry has to wait; zero where it need not. */
    public Duration remaining() {
        return gate.remaining();
    }

    /** Counts an entry that is about to be checked. */
    public LimitResult take() {
        Duration shut = gate.remaining();
        if (!shut.isZero()) {
            return new LimitResult.Wait(shut);
        }
        for (int entry = 0; entry < MOST; entry++) {
            if (store.isClaimed(slot(entry))) {
                continue;
            }
            if (entry >= FREE && !gate.enter(waitAfter(entry))) {
                return new LimitResult.Wait(gate.remaining());
            }
            if (store.claim(slot(entry), REMEMBERED)) {
                return new LimitResult.Granted();
            }
        }
        return new LimitResult.Exhausted();
    }

    /** A right entry: all is forgiven. */
    public void reset() {
        for (int entry = 0; entry < MOST; entry++) {
            if (store.isClaimed(slot(entry))) {
                store.release(slot(entry));
            }
        }
        gate.open();
    }

    static Duration waitAfter(int entry) {
        int doublings = Math.min(entry - FREE, 10);
        Duration wait = FIRST_WAIT.multipliedBy(1L << doublings);
        return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
    }

    private String slot(int entry) {
        return key + ":" + entry;
    }
}
