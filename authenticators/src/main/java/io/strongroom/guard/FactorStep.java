package io.strongroom.guard;

import io.strongroom.factor.StepResult;
import java.util.function.Supplier;

/**
 * The part of an open clause that handles one factor.
 *
 * @param show    renders the page
 * @param process handles a submitted form
 */
record FactorStep(Supplier<StepResult> show, Supplier<StepResult> process) {

    static FactorStep alwaysShow(Supplier<StepResult> page) {
        return new FactorStep(page, page);
    }
}
