package io.strongroom.policy;

import java.util.List;
import java.util.Optional;

/** The clauses still open for this login, the one to deal with next first. */
public record Decision(List<Clause> open) {

    public boolean isSatisfied() {
        return open.isEmpty();
    }

    public Optional<Clause> next() {
        return open.stream().findFirst();
    }
}
