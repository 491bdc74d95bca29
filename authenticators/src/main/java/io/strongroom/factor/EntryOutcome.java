package io.strongroom.factor;

import io.strongroom.metrics.Meters;

/** The outcome of an entry as reported in metrics. */
public enum EntryOutcome {
    ACCEPTED("accepted"),
    WRONG("wrong"),
    /**
     * The entry was not checked: the factor is locked, the user has to wait, or there is no code to compare the
     * entry with.
     */
    NOT_CHECKED("not_checked");

    private final String label;

    EntryOutcome(String label) {
        this.label = label;
    }

    /** Returns the entry outcome for a step result. */
    public static EntryOutcome of(StepResult result) {
        if (result instanceof StepResult.Passed) {
            return ACCEPTED;
        }
        return result instanceof StepResult.Failed ? WRONG : NOT_CHECKED;
    }

    /**
     * Counts this outcome in the metrics.
     *
     * @param factor credential type of the factor
     */
    public void count(String factor) {
        Meters.verified(factor, label);
    }
}
