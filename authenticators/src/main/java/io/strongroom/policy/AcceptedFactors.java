package io.strongroom.policy;

import io.strongroom.policy.Clause.Challenge;
import io.strongroom.policy.Clause.Enrol;
import io.strongroom.policy.Clause.Refuse;
import io.strongroom.policy.Clause.Way;
import io.strongroom.policy.Facts.Factor;
import io.strongroom.policy.Facts.Passed;
import io.strongroom.policy.Facts.Room;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A user's factors, whatever rule asks: which of them it accepts, whether one was passed, and the way where there is none. */
final class AcceptedFactors {

    private final Facts facts;

    AcceptedFactors(Facts facts) {
        this.facts = facts;
    }

    List<Factor> acceptedBy(Set<Method> methods) {
        return facts.factors().stream()
                .filter(factor -> methods.contains(factor.method()))
                .toList();
    }

    /** A number set for this member of this room is the only one accepted for it; else any factor of the user's own. */
    List<Factor> acceptedBy(Room room) {
        List<Factor> accepted = acceptedBy(room.policy().methods());
        List<Factor> setForRoom =
                accepted.stream().filter(factor -> factor.isFor(room)).toList();
        return setForRoom.isEmpty() ? accepted.stream().filter(Factor::isOwn).toList() : setForRoom;
    }

    // Rules 3 and 5: what closes a clause

    /** A backup code does for any factor the user has; it does not do where there is none. */
    boolean isPassed(List<Factor> accepted) {
        return facts.passed().stream()
                .filter(this::isYoungEnough)
                .anyMatch(passed -> accepted.stream().anyMatch(factor -> passed.isBackupCode() || passed.is(factor)));
    }

    private boolean isYoungEnough(Passed passed) {
        Duration maxAge = facts.tenant().maxAge();
        return maxAge.isZero() || passed.at().plus(maxAge).isAfter(facts.login().now());
    }

    // Security figure 20: who has a factor passes one before setting up another, else a stolen password would do

    Way setUp(Set<Method> methods, Optional<Instant> laterUntil) {
        if (mustPassOneFirst()) {
            return new Challenge(facts.factors());
        }
        // A number that can't be read is still a number: it must not be replaced by whoever knows the password.
        return hasNothingUsable() ? new Refuse() : new Enrol(methods, laterUntil);
    }

    boolean mustPassOneFirst() {
        return !facts.factors().isEmpty() && !isPassed(facts.factors());
    }

    boolean hasNothingUsable() {
        return facts.user().hasUnusable() && facts.factors().isEmpty();
    }

    /** Whether there is no factor that would have to be passed before anything about the account's factors is changed. */
    boolean hasNothingToPass() {
        return !mustPassOneFirst() && !hasNothingUsable();
    }
}
