package io.strongroom.policy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How long users may put off setting up a factor (X5). Where both are set, the one that ends first holds.
 *
 * @param days  days from a user's first login under the rule; 0 = none
 * @param until the last day, in UTC
 */
public record Grace(int days, Optional<LocalDate> until) {

    private static final String DAYS = "twoFactor.graceDays";
    private static final String UNTIL = "twoFactor.graceUntil";

    /** Stands for an end that cannot be known: of two ends the first holds, so there is no grace. */
    private static final LocalDate OVER = LocalDate.EPOCH;

    static Grace parse(Settings settings) {
        int days = settings.number(DAYS, IntegerSetting.strict(0, 365, 0, 0));
        return new Grace(days, settings.lastDay(UNTIL, OVER, DAYS));
    }

    /** Whether it depends on when a user first met the rule. */
    public boolean countsFromFirstLogin() {
        return days > 0;
    }

    /** @return the end, or empty where there is no grace or it is over */
    Optional<Instant> endFor(Facts.User user, Instant now) {
        return endFor(user.graceSince(), now);
    }

    /**
     * @param since when the user first met the rule, or empty: not yet
     * @return the end, or empty where there is no grace or it is over
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
