package io.strongroom.guard;

import io.strongroom.factor.Outcome;
import java.util.function.Supplier;

/** A factor's part in a step: to be shown, or to take what was entered. */
record Part(Supplier<Outcome> show, Supplier<Outcome> process) {

    static Part alwaysShow(Supplier<Outcome> outcome) {
        return new Part(outcome, outcome);
    }
}
