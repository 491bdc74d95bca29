package io.strongroom.policy;

import io.strongroom.policy.Clause.Challenge;
import java.util.List;
import java.util.Optional;

/**
 * The policy's decision about a login.
 *
 * @param open  the clauses still to be closed, in order
 * @param letIn why clauses were waived; empty if none were
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

    /** Returns whether the next step is a challenge for one of the user's factors. */
    public boolean asksForFactor() {
        return next().filter(clause -> clause.way() instanceof Challenge).isPresent();
    }
}
