package io.strongroom.throttle;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** A wait as it is told to whoever has to wait: an entry may be there for a moment longer than it says. */
final class Remaining {

    private static final Duration SHORTEST = Duration.ofSeconds(1);

    private Remaining() {}

    /** How long it is until then, at least a second. */
    static Duration until(Instant end, Clock clock) {
        Duration remaining = Duration.between(clock.instant(), end);
        return remaining.compareTo(SHORTEST) < 0 ? SHORTEST : remaining;
    }
}
