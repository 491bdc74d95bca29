package io.strongroom.policy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How long users may postpone setting up a factor (X5). If both limits are set, the earlier end applies.
 *
 * @param days  number of days of grace, 0 to 365, counted from the user's first login under the rule; 0 = no such limit
 * @param until the last day of grace, in UTC
 */
public record Grace(int days, Optional<LocalDate> until) {

    private static final String DAYS = "twoFactor.graceDays";
    private static final String UNTIL = "twoFactor.graceUntil";

    /** A problem with one of them affects how the other one is read. */
    static final List<String> ATTRIBUTES = List.of(DAYS, UNTIL);

    /** The end that replaces an unreadable one. The earlier end applies, so an unknown end means no grace. */
    private static final LocalDate OVER = LocalDate.EPOCH;

    /** No grace. */
    static final Grace NONE = new Grace(0, Optional.empty());

    /** @param ifAbsent the defaults */
    static Grace parse(Settings settings, Grace ifAbsent) {
        int days = settings.number(DAYS, IntegerSetting.zeroIfInvalid(365).orIfAbsent(ifAbsent.days));
        return new Grace(days, settings.lastDay(UNTIL, ifAbsent.until, OVER, DAYS));
    }

    /** Returns the grace of a user to whom both rules apply: none if one of them has none, otherwise the earlier ends. */
    Grace stricter(Grace other) {
        if (equals(NONE) || other.equals(NONE)) {
            return NONE;
        }
        int earlier = days == 0 || other.days == 0 ? Math.max(days, other.days) : Math.min(days, other.days);
        return new Grace(
                earlier, Stream.of(until, other.until).flatMap(Optional::stream).min(Comparator.naturalOrder()));
    }

    /** Returns whether the end depends on the user's first login under the rule. */
    public boolean countsFromFirstLogin() {
        return days > 0;
    }

    /**
     * Returns when the grace ends for a user.
     *
     * @param since when the rule first applied to the user; empty if it has not applied yet
     * @return empty if there is no grace, or if it is over
     */
    public Optional<Instant> endFor(Optional<Instant> since, Instant now) {
        Optional<Instant> byDays =
                days == 0 ? Optional.empty() : Optional.of(since.orElse(now).plus(Duration.ofDays(days)));
        Optional<Instant> byDate =
                until.map(day -> day.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC));
        return Stream.of(byDays, byDate)
                .flatMap(Optional::stream)
                .min(Instant::compareTo)
                .filter(now::isBefore);
    }
}
