package io.strongroom.throttle;

import java.time.Duration;

/** A limit's decision about an action. */
public sealed interface LimitResult {

    /** The action is allowed and was counted. */
    record Granted() implements LimitResult {}

    /**
     * The action has to wait.
     *
     * @param remaining time until the action is allowed again, at least one second
     */
    record Wait(Duration remaining) implements LimitResult {}

    /** The action is no longer allowed. */
    record Exhausted() implements LimitResult {}
}
