package io.strongroom.factor.sentcode;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** A tenant's daily limit on the messages of a channel. */
public interface TenantBudget {

    /** Counts a message before it is sent. Returns false if the budget is used up. */
    boolean take();

    /** Releases the slot of the last counted message. */
    void release();

    /**
     * Releases the slot of a message that was not sent.
     *
     * @param when time when the message was counted
     */
    void release(Instant when);

    /** Returns the id of the organization whose budget it is; empty for the realm's. */
    Optional<String> organization();

    Duration retryAfter();
}
