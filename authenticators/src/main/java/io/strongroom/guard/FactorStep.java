package io.strongroom.guard;

import io.strongroom.factor.Outcome;
import java.util.function.Supplier;

/** A factor's part in a step: to be shown, or to take what was entered. */
record FactorStep(Supplier<Outcome> show, Supplier<Outcome> process) {

    static FactorStep alwaysShow(Supplier<Outcome> outcome) {
        return new FactorStep(outcome, outcome);
    }
}
