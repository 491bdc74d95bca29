package io.strongroom.guard;

import io.strongroom.factor.LoginStep;
import io.strongroom.facts.GraceMemory;
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

/** Setting up later, while there is grace (X5). */
final class Postponement {

    private static final String BUTTON = "later";

    private Postponement() {}

    static boolean isChosen(LoginStep step, Clause clause) {
        return step.input().has(BUTTON)
                && clause.way() instanceof Enrol enrol
                && enrol.laterUntil().isPresent();
    }

    static void choose(LoginStep step) {
        step.login().setUserSessionNote(LoginNotes.POSTPONED, "true");
    }

    /** Grace that counts from the first login begins when the user is first told. */
    static void begin(LoginStep step, Clause clause, Grace grace, Instant now) {
        if (grace.countsFromFirstLogin()
                && clause.way() instanceof Enrol enrol
                && enrol.laterUntil().isPresent()) {
            GraceMemory.begin(step.user(), now);
        }
    }

    /** How many days there are after today; 0 on the last one. In UTC, as the last day is. */
    static long daysLeft(Instant until, Instant now) {
        return ChronoUnit.DAYS.between(day(now), day(until.minusMillis(1)));
    }

    private static LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, ZoneOffset.UTC);
    }

    /** The last day, in the user's language. */
    static String dayOf(Instant until, LoginStep step) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(step.session().getContext().resolveLocale(step.user()))
                .withZone(ZoneOffset.UTC)
                .format(until.minusMillis(1));
    }
}
