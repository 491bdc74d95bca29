package io.strongroom.throttle;

import io.strongroom.state.OneTimeStore;
import java.time.Duration;

/** So many in an hour, and no more: each takes a slot that is free again an hour later (ASVS 2.4.1). */
public final class HourlyLimit {

    private static final Duration HOUR = Duration.ofHours(1);

    private final OneTimeStore store;
    private final String key;
    private final int most;

    /**
     * @param key  what is limited
     * @param most how many, at least 1
     */
    public HourlyLimit(OneTimeStore store, String key, int most) {
        this.store = store;
        this.key = "hourly:" + key;
        this.most = most;
    }

    /** @return false where there were so many already */
    public boolean take() {
        for (int slot = 0; slot < most; slot++) {
            if (store.claim(key + ":" + slot, HOUR)) {
                return true;
            }
        }
        return false;
    }
}
