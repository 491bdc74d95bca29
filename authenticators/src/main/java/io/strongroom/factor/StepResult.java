package io.strongroom.factor;

import jakarta.ws.rs.core.Response;
import java.util.function.Consumer;

/** The result of a factor's step. */
public sealed interface StepResult {

    /** Passes the result to the matching handler. */
    void handle(Consumer<Response> show, Consumer<Failed> failed, Consumer<PassedFactor> passed);

    /** Shows a page; the factor is neither passed nor failed. */
    record Show(Response page) implements StepResult {
        @Override
        public void handle(Consumer<Response> show, Consumer<Failed> failed, Consumer<PassedFactor> passed) {
            show.accept(page);
        }
    }

    /**
     * The user's entry was wrong. The caller shows the page and counts the failure.
     *
     * @param factor requested credential type; null during set-up
     */
    record Failed(String factor, Response page) implements StepResult {
        @Override
        public void handle(Consumer<Response> show, Consumer<Failed> failed, Consumer<PassedFactor> passed) {
            failed.accept(this);
        }
    }

    /** The user passed the factor. */
    record Passed(PassedFactor factor) implements StepResult {
        @Override
        public void handle(Consumer<Response> show, Consumer<Failed> failed, Consumer<PassedFactor> passed) {
            passed.accept(factor);
        }
    }
}
