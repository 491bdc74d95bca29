package io.strongroom.throttle;

import java.time.Duration;

/** Whether something may be done now. */
public sealed interface Pass {

    /** It may, and was counted. */
    record Granted() implements Pass {}

    /**
     * Not now.
     *
     * @param remaining when to try again, at least a second
     */
    record Wait(Duration remaining) implements Pass {}

    /** Not any more. */
    record Exhausted() implements Pass {}
}
