package io.strongroom.throttle;

import io.strongroom.state.OneTimeStore;
import java.time.Clock;
import java.time.Duration;

/**
 * Limits entries for one of a user's factors across logins. The first four entries cause no wait. From the fifth
 * entry on, each one starts a wait of 30 seconds at first, which doubles with each entry up to one hour. Entries
 * are forgotten after a day or after an accepted entry (NIST SP 800-63B-4 3.2.2).
 *
 * <p>An entry is counted before it is checked, so parallel guesses get no more attempts than sequential ones.
 */
public final class EntryThrottle {

    private static final int FREE_ENTRIES = 4;
    private static final int MAX = 100;
    private static final Duration FIRST_WAIT = Duration.ofSeconds(30);
    private static final Duration LONGEST_WAIT = Duration.ofHours(1);
    private static final Duration REMEMBERED = Duration.ofDays(1);

    private final OneTimeStore store;
    private final String key;
    private final Cooldown cooldown;

    /** @param factor name of the factor, such as {@code sms-otp} */
    public EntryThrottle(OneTimeStore store, Clock clock, String realmId, String userId, String factor) {
        this.store = store;
        this.key = "entries:" + realmId + ":" + userId + ":" + factor;
        this.cooldown = new Cooldown(store, clock, key + ":gate");
    }

    /** Returns the wait before the next entry, or zero. */
    public Duration remaining() {
        return cooldown.remaining();
    }

    /** Counts an entry before it is checked. */
    public LimitResult take() {
        Duration wait = cooldown.remaining();
        if (!wait.isZero()) {
            return new LimitResult.Wait(wait);
        }
        for (int entry = 0; entry < MAX; entry++) {
            if (store.isClaimed(slot(entry))) {
                continue;
            }
            if (entry >= FREE_ENTRIES && !cooldown.start(waitAfter(entry))) {
                return new LimitResult.Wait(cooldown.remaining());
            }
            if (store.claim(slot(entry), REMEMBERED)) {
                return new LimitResult.Granted();
            }
        }
        return new LimitResult.Exhausted();
    }

    /** Forgets all entries and ends the wait. */
    public void reset() {
        for (int entry = 0; entry < MAX; entry++) {
            if (store.isClaimed(slot(entry))) {
                store.release(slot(entry));
            }
        }
        cooldown.end();
    }

    static Duration waitAfter(int entry) {
        int doublings = Math.min(entry - FREE_ENTRIES, 10);
        Duration wait = FIRST_WAIT.multipliedBy(1L << doublings);
        return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
    }

    private String slot(int entry) {
        return key + ":" + entry;
    }
}
