package io.strongroom.factor;

import java.util.function.Supplier;

/** The part of a login that handles one factor. */
public interface FactorStep {

    /** Renders the page. */
    StepResult show();

    /** Handles a submitted form. */
    StepResult process();

    static FactorStep of(Supplier<StepResult> show, Supplier<StepResult> process) {
        return new FactorStep() {

            @Override
            public StepResult show() {
                return show.get();
            }

            @Override
            public StepResult process() {
                return process.get();
            }
        };
    }

    static FactorStep alwaysShow(Supplier<StepResult> page) {
        return of(page, page);
    }
}
