package io.strongroom.factor.sentcode;

import io.strongroom.state.OneTimeStore;
import io.strongroom.throttle.DayTally;
import java.time.Clock;
import java.util.EnumMap;
import java.util.Map;

/** Counts a tenant's messages stopped by each limit in the last day, for its administrators. */
public final class SendRefusals {

    private static final String TEXT_MESSAGES = "sms";

    private final String channel;
    private final OneTimeStore store;
    private final String realmId;
    private final Clock clock;

    /** Counts text messages. */
    public SendRefusals(OneTimeStore store, String realmId, Clock clock) {
        this(TEXT_MESSAGES, store, realmId, clock);
    }

    /** @param channel name of the channel */
    public SendRefusals(String channel, OneTimeStore store, String realmId, Clock clock) {
        this.channel = channel;
        this.store = store;
        this.realmId = realmId;
        this.clock = clock;
    }

    public void add(SendLimit limit) {
        tally(limit).add();
    }

    /** Returns the counts of limits that stopped at least one message. */
    public Map<SendLimit, Integer> inLastDay() {
        Map<SendLimit, Integer> counts = new EnumMap<>(SendLimit.class);
        for (SendLimit limit : SendLimit.values()) {
            int count = tally(limit).count();
            if (count > 0) {
                counts.put(limit, count);
            }
        }
        return counts;
    }

    private DayTally tally(SendLimit limit) {
        return new DayTally(store, clock, channel + "-refused:" + realmId + ":" + limit.label());
    }
}
