package io.strongroom.throttle;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Computes waiting times and converts them to the units shown on pages and in events. All conversions round up. */
public final class Remaining {

    private static final Duration MIN = Duration.ofSeconds(1);

    private Remaining() {}

    /** Returns the time until this instant, at least one second, because a stored limit may outlive its end time. */
    static Duration until(Instant end, Clock clock) {
        Duration remaining = Duration.between(clock.instant(), end);
        return remaining.compareTo(MIN) < 0 ? MIN : remaining;
    }

    /** Returns whole seconds, rounded up; 0 only if there is no wait. */
    public static long seconds(Duration wait) {
        return roundedUp(wait, Duration.ofSeconds(1));
    }

    /** Returns whole minutes, rounded up; 0 only if there is no wait. */
    public static long minutes(Duration wait) {
        return roundedUp(wait, Duration.ofMinutes(1));
    }

    /** Returns whole hours, rounded up; 0 only if there is no wait. */
    public static long hours(Duration wait) {
        return roundedUp(wait, Duration.ofHours(1));
    }

    private static long roundedUp(Duration wait, Duration unit) {
        return wait.plus(unit).minusNanos(1).dividedBy(unit);
    }
}
