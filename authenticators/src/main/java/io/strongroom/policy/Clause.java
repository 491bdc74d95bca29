package io.strongroom.policy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One rule that wants one of a set of factors, still open for this login.
 *
 * @param reason why it is asked
 * @param room   the data room that asks, or empty: the tenant
 * @param way    how the user can close it
 */
public record Clause(Reason reason, Optional<Facts.Room> room, Way way) {

    /** How an open clause can be closed. */
    public sealed interface Way {}

    /** Ask for one of these factors. */
    public record Challenge(List<Facts.Factor> factors) implements Way {}

    /**
     * Let the user set up one of these first.
     *
     * @param laterUntil until when they may put it off, or empty: not at all
     */
    public record Enrol(Set<Method> methods, Optional<Instant> laterUntil) implements Way {}

    /** There is no way in: an administrator has to act. */
    public record Refuse() implements Way {}
}
