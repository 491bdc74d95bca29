package io.strongroom.code;

/** What came of entering a code. */
public sealed interface Verdict {

    /**
     * Right, and used up by this very entry.
     *
     * @param challengeId of the code
     */
    record Accepted(String challengeId) implements Verdict {}

    /**
     * Wrong.
     *
     * @param entriesLeft how many entries this code still has, 0 to 4
     */
    record Wrong(int entriesLeft) implements Verdict {}

    /** Not checked: five entries were wrong before. */
    record Dead() implements Verdict {}

    /** Not checked: too late. */
    record Expired() implements Verdict {}

    /** Not checked, or right but a moment too late: it let somebody in before. */
    record Used() implements Verdict {}

    /** No code was sent, or so long ago that nothing is known of it. */
    record NoChallenge() implements Verdict {}
}
