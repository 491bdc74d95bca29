package io.strongroom.throttle;

import java.time.Duration;

/** Whether something may be done now. */
public sealed interface LimitResult {

    /** It may, and was counted. */
    record Granted() implements LimitResult {}

    /**
     * Not now.
     *
     * @param remaining when to try again, at least a second
     */
    record Wait(Duration remaining) implements LimitResult {}

    /** Not any more. */
    record Exhausted() implements LimitResult {}
}
