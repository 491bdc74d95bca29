package io.strongroom.code;

/** What came of entering a code. */
public sealed interface Verdict {

    /** Right, and used up by this very entry. */
    record Accepted() implements Verdict {}

    /**
     * Wrong.
     *
     * @param entriesLeft how many entries this code still has, at least 1
     */
    record Wrong(int entriesLeft) implements Verdict {}

    /** Five wrong entries: this code can't be entered any more. */
    record Dead() implements Verdict {}

    /** Too late. */
    record Expired() implements Verdict {}

    /** It let somebody in before. */
    record Used() implements Verdict {}

    /** No code was sent, or so long ago that nothing is known of it. */
    record NoChallenge() implements Verdict {}
}
