package io.strongroom.factor;

import io.strongroom.metrics.Meters;

/** What came of something entered for a factor, as metrics tell it. */
public enum Entered {
    ACCEPTED("accepted"),
    WRONG("wrong"),
    /** The factor is locked or has to wait, or there was nothing to compare with. */
    NOT_CHECKED("not_checked");

    private final String word;

    Entered(String word) {
        this.word = word;
    }

    /** What came of an entry that led to this. */
    public static Entered in(Outcome outcome) {
        if (outcome instanceof Outcome.Passed) {
            return ACCEPTED;
        }
        return outcome instanceof Outcome.Failed ? WRONG : NOT_CHECKED;
    }

    /** @param factor credential type */
    public void count(String factor) {
        Meters.verified(factor, word);
    }
}
