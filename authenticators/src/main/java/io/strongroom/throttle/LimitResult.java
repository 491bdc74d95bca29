package io.strongroom.throttle;

import java.time.Duration;

/** Whether a limit allows an action now. */
public sealed interface LimitResult {

    /** The action is allowed and was counted. */
    record Granted() implements LimitResult {}

    /**
     * The action has to wait.
     *
     * @param remaining time until it is allowed again, at least a second
     */
    record Wait(Duration remaining) implements LimitResult {}

    /** The action is not allowed any more. */
    record Exhausted() implements LimitResult {}
}
