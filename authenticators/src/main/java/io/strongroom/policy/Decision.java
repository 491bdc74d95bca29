package io.strongroom.policy;

import java.util.List;
import java.util.Optional;

/**
 * What is still open for this login.
 *
 * @param open  the clauses, the one to deal with next first
 * @param letIn why clauses that would be open are not among them, or empty: there are none
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
}
