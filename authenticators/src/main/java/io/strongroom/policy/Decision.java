package io.strongroom.policy;

import io.strongroom.policy.Clause.Challenge;
import java.util.List;
import java.util.Optional;

/**
 * The policy's decision about a login.
 *
 * @param open  the clauses the login still has to close, in the order to close them
 * @param letIn why some clauses were waived; empty if none was
 */
public record Decision(List<Clause> open, Optional<Reason> letIn) {

    public Decision(List<Clause> open) {
        this(open, Optional.empty());
    }

    public boolean isSatisfied() {
        return open.isEmpty();
    }

    public Optional<Clause> next() {
        return open.stream().findFirst();
    }

    /** Returns whether the next step is to ask the user for a factor they have. */
    public boolean asksForFactor() {
        return next().filter(clause -> clause.way() instanceof Challenge).isPresent();
    }
}
