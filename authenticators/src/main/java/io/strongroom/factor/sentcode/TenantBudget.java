package io.strongroom.factor.sentcode;

import java.time.Duration;

/** A tenant's daily limit on the messages of a channel. */
public interface TenantBudget {

    /** Counts a message before it is sent. Returns false if the budget is used up. */
    boolean take();

    /** Releases the slot of the last counted message. */
    void release();

    Duration retryAfter();
}
