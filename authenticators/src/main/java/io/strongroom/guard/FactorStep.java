package io.strongroom.guard;

import io.strongroom.factor.StepResult;
import java.util.function.Supplier;

/** A factor's part in a step: to be shown, or to take what was entered. */
record FactorStep(Supplier<StepResult> show, Supplier<StepResult> process) {

    static FactorStep alwaysShow(Supplier<StepResult> outcome) {
        return new FactorStep(outcome, outcome);
    }
}
