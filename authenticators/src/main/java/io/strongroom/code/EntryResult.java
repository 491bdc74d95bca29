package io.strongroom.code;

/** What came of entering a code. */
public sealed interface EntryResult {

    /**
     * Right, and used up by this very entry.
     *
     * @param challengeId of the code
     */
    record Accepted(String challengeId) implements EntryResult {}

    /**
     * Wrong.
     *
     * @param entriesLeft how many entries this code still has, 0 to 4
     */
    record Wrong(int entriesLeft) implements EntryResult {}

    /** Not checked: five entries were wrong before. */
    record Dead() implements EntryResult {}

    /** Not checked: too late. */
    record Expired() implements EntryResult {}

    /** Not checked, or right but a moment too late: it let somebody in before. */
    record Used() implements EntryResult {}

    /** No code was sent, or so long ago that nothing is known of it. */
    record NoChallenge() implements EntryResult {}
}
