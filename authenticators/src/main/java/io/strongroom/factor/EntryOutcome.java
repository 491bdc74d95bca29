package io.strongroom.factor;

import io.strongroom.metrics.Meters;

/** The outcome of an entry, as metrics report it. */
public enum EntryOutcome {
    ACCEPTED("accepted"),
    WRONG("wrong"),
    /** Not compared: the factor is locked, the user has to wait, or there is no code to compare with. */
    NOT_CHECKED("not_checked");

    private final String word;

    EntryOutcome(String word) {
        this.word = word;
    }

    /** The outcome of the entry that led to this result. */
    public static EntryOutcome of(StepResult result) {
        if (result instanceof StepResult.Passed) {
            return ACCEPTED;
        }
        return result instanceof StepResult.Failed ? WRONG : NOT_CHECKED;
    }

    /** @param factor credential type */
    public void count(String factor) {
        Meters.verified(factor, word);
    }
}
