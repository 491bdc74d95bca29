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

/** Finds the user's factors that a rule accepts, and checks whether the user has passed one of them. */
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

    /**
     * Returns the number that an administrator set for the user in this room, or the user's own accepted factors if
     * there is no such number.
     */
    List<Factor> acceptedBy(Room room) {
        List<Factor> byMethod = acceptedBy(room.policy().methods());
        List<Factor> setForRoom =
                byMethod.stream().filter(factor -> factor.isFor(room)).toList();
        return setForRoom.isEmpty() ? byMethod.stream().filter(Factor::isOwn).toList() : setForRoom;
    }

    // Rules 3 and 5: closing a clause

    /** Returns whether the user passed one of these factors recently enough. A backup code counts as any of them. */
    boolean isPassed(List<Factor> accepted) {
        return facts.passed().stream()
                .filter(this::isRecentEnough)
                .anyMatch(passed -> accepted.stream().anyMatch(factor -> passed.isBackupCode() || passed.is(factor)));
    }

    private boolean isRecentEnough(Passed passed) {
        Duration maxAge = facts.tenant().maxAge();
        return maxAge.isZero() || passed.at().plus(maxAge).isAfter(facts.login().now());
    }

    // Security figure 20: users with a factor pass it before setting up another. Otherwise a stolen password would be
    // enough.

    Way setUp(Set<Method> methods, Optional<Instant> laterUntil) {
        if (mustPassOneFirst()) {
            return new Challenge(facts.factors());
        }
        // An unusable number still counts as a factor: knowing the password must not be enough to replace it.
        return hasOnlyUnusable() ? new Refuse() : new Enrol(methods, laterUntil);
    }

    /** Returns whether the user has a factor but has not passed one yet. */
    boolean mustPassOneFirst() {
        return !facts.factors().isEmpty() && !isPassed(facts.factors());
    }

    /** Returns whether the user's only factor is a number that can't be used. */
    boolean hasOnlyUnusable() {
        return facts.user().hasUnusable() && facts.factors().isEmpty();
    }

    /** Returns whether the user may change factors now, without passing one first. */
    boolean hasNothingToPass() {
        return !mustPassOneFirst() && !hasOnlyUnusable();
    }
}
