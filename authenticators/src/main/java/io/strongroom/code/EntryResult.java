package io.strongroom.code;

/** The result of a code entry. */
public sealed interface EntryResult {

    /**
     * The code was correct, and this entry used it up.
     *
     * @param challengeId id of the code's challenge
     */
    record Accepted(String challengeId) implements EntryResult {}

    /**
     * The code was wrong.
     *
     * @param entriesLeft remaining entries for this code, 0 to 4
     */
    record Wrong(int entriesLeft) implements EntryResult {}

    /** The entry was not checked because the code already had five wrong entries. */
    record Exhausted() implements EntryResult {}

    /** The entry was not checked because the code has expired. */
    record Expired() implements EntryResult {}

    /** The code has already been accepted. At most one of several parallel entries is accepted. */
    record Used() implements EntryResult {}

    /** No code was sent, or its challenge is no longer stored. */
    record NoChallenge() implements EntryResult {}
}
