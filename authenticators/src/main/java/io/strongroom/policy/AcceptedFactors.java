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

    Challenge acceptedBy(Set<Method> methods) {
        List<Factor> byMethod = facts.factors().stream()
                .filter(factor -> methods.contains(factor.method()))
                .toList();
        return new Challenge(byMethod, opensWithBackupCode(methods));
    }

    /**
     * Returns the number that an administrator set for the user in this room, or the user's own accepted factors if
     * there is no such number.
     */
    Challenge acceptedBy(Room room) {
        Challenge byMethod = acceptedBy(room.policy().methods());
        List<Factor> setForRoom =
                byMethod.factors().stream().filter(factor -> factor.isFor(room)).toList();
        return setForRoom.isEmpty() ? byMethod.only(Factor::isOwn) : new Challenge(setForRoom, byMethod.backupCodes());
    }

    /** Returns any of the user's factors. */
    Challenge any() {
        return new Challenge(facts.factors(), true);
    }

    /** A backup code can be phished, so it must not replace a factor that can't. */
    static boolean opensWithBackupCode(Set<Method> methods) {
        return methods.stream().anyMatch(method -> !method.isPhishingResistant());
    }

    // Rules 3 and 5: closing a clause

    /** Returns whether the user passed one of these factors recently enough. */
    boolean isPassed(Challenge accepted) {
        return facts.passed().stream().filter(this::isRecentEnough).anyMatch(passed -> isOneOf(passed, accepted));
    }

    private static boolean isOneOf(Passed passed, Challenge accepted) {
        return passed.isBackupCode()
                ? accepted.backupCodes() && !accepted.factors().isEmpty()
                : accepted.factors().stream().anyMatch(passed::is);
    }

    private boolean isRecentEnough(Passed passed) {
        Duration maxAge = facts.tenant().maxAge();
        return maxAge.isZero() || passed.at().plus(maxAge).isAfter(facts.login().now());
    }

    // Security figure 20: users with a factor pass it before setting up another. Otherwise a stolen password would be
    // enough.

    Way setUp(Set<Method> methods, Optional<Instant> laterUntil) {
        if (needsLeave(methods)) {
            return new Refuse();
        }
        if (mustPassOneFirst()) {
            return any();
        }
        // An unusable number still counts as a factor: knowing the password must not be enough to replace it.
        return hasOnlyUnusable() ? new Refuse() : new Enrol(methods, laterUntil);
    }

    /**
     * Returns whether a user with only weaker factors would set up one that their role holds them to, in a tenant whose
     * administrators manage the factors. A stolen phone number must not be enough to become an owner.
     */
    private boolean needsLeave(Set<Method> methods) {
        return facts.user().heldTo().isPresent()
                && !facts.tenant().selfService()
                && !facts.factors().isEmpty()
                && !opensWithBackupCode(methods);
    }

    /** Returns whether the user has a factor but has not passed one yet. */
    boolean mustPassOneFirst() {
        return !facts.factors().isEmpty() && !isPassed(any());
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
