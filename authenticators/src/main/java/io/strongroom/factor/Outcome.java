package io.strongroom.factor;

import jakarta.ws.rs.core.Response;

/** What came of a step. */
public sealed interface Outcome {

    /** A page to show; nothing was decided. */
    record Show(Response page) implements Outcome {}

    /**
     * Something wrong was entered: a page to show, and a failure to count.
     *
     * @param factor type of the credential that was asked for, or null where one was only being set up
     */
    record Failed(String factor, Response page) implements Outcome {}

    /** The factor was passed. */
    record Passed(PassedFactor factor) implements Outcome {}
}
