package io.strongroom.guard;

import io.strongroom.factor.LoginStep;
import io.strongroom.facts.GraceStart;
import io.strongroom.facts.LoginNotes;
import io.strongroom.policy.Clause;
import io.strongroom.policy.Clause.Enrol;
import io.strongroom.policy.Grace;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.temporal.ChronoUnit;

/** Postpones the set-up of a factor during the grace period (X5). */
final class Postponement {

    private static final String BUTTON = "later";

    private Postponement() {}

    /** Checks whether the user clicked "later" and the clause allows it. */
    static boolean isRequested(LoginStep step, Clause clause) {
        return step.input().has(BUTTON) && isAllowed(clause);
    }

    static void store(LoginStep step) {
        step.login().setUserSessionNote(LoginNotes.POSTPONED, "true");
    }

    /** Starts the grace period when the user first sees the set-up page, if the period counts from the first login. */
    static void startGrace(LoginStep step, Clause clause, Grace grace, Instant now) {
        if (grace.countsFromFirstLogin() && isAllowed(clause)) {
            GraceStart.begin(step.user(), now);
        }
    }

    private static boolean isAllowed(Clause clause) {
        return clause.way() instanceof Enrol enrol && enrol.laterUntil().isPresent();
    }

    /** Returns the number of days left after today in UTC; 0 on the last day. */
    static long daysLeft(Instant until, Instant now) {
        return ChronoUnit.DAYS.between(day(now), day(until.minusMillis(1)));
    }

    private static LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, ZoneOffset.UTC);
    }

    /** Returns the last day of the grace period in UTC, formatted in the user's language. */
    static String lastDay(Instant until, LoginStep step) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(step.session().getContext().resolveLocale(step.user()))
                .withZone(ZoneOffset.UTC)
                .format(until.minusMillis(1));
    }
}
