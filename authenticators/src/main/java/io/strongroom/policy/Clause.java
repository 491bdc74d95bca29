package io.strongroom.policy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One rule that this login has not met yet.
 *
 * @param reason why the rule applies
 * @param room   the data room the rule belongs to; empty for a rule of the tenant
 * @param way    how the user can close the clause
 */
public record Clause(Reason reason, Optional<Facts.Room> room, Way way) {

    /** How an open clause can be closed. */
    public sealed interface Way {}

    /** The user passes one of these factors. */
    public record Challenge(List<Facts.Factor> factors) implements Way {}

    /**
     * The user sets up a factor of one of these methods.
     *
     * @param laterUntil until when the user may postpone it; empty if it can't be postponed
     */
    public record Enrol(Set<Method> methods, Optional<Instant> laterUntil) implements Way {}

    /** The user can't close the clause. An administrator has to act. */
    public record Refuse() implements Way {}
}
