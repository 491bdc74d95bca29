package io.strongroom.policy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A rule that the login has not met yet.
 *
 * @param reason why the rule applies
 * @param room   the rule's data room; empty for a rule of the tenant
 * @param way    how the user can close the clause
 */
public record Clause(Reason reason, Optional<Facts.Room> room, Way way) {

    /** A way to close an open clause. */
    public sealed interface Way {}

    /**
     * The user passes one of these factors.
     *
     * @param factors     the accepted factors
     * @param backupCodes whether a backup code is accepted instead of them
     */
    public record Challenge(List<Facts.Factor> factors, boolean backupCodes) implements Way {

        /** Creates a challenge that also accepts backup codes. */
        public Challenge(List<Facts.Factor> factors) {
            this(factors, true);
        }

        Challenge only(Predicate<Facts.Factor> condition) {
            return new Challenge(factors.stream().filter(condition).toList(), backupCodes);
        }

        /** Returns the factors without those that are also listed as a stronger method. */
        public List<Facts.Factor> offered() {
            return factors.stream()
                    .filter(factor -> factors.stream().noneMatch(factor::isWeakerFormOf))
                    .toList();
        }
    }

    /**
     * The user sets up a factor of one of these methods.
     *
     * @param laterUntil end of the grace period; empty if the user can't postpone the set-up
     */
    public record Enrol(Set<Method> methods, Optional<Instant> laterUntil) implements Way {}

    /** The user can't close the clause. An administrator has to act. */
    public record Refuse() implements Way {}
}
