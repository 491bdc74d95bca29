package io.strongroom.factor.sentcode;

/**
 * How certain it is that an address or number belongs to the user. Each level has its own limits, so that unproven
 * claims don't use up the owner's limit.
 */
public enum Ownership {
    /** This user has entered a code sent to it, or has opened a link sent to it. */
    PROVEN(""),
    /** An administrator or a directory has assigned it to this user. */
    GIVEN("given-"),
    /** The user has entered it but not proven it, so it may belong to someone else. */
    NEW("new-");

    private final String prefix;

    Ownership(String prefix) {
        this.prefix = prefix;
    }

    /** Returns the prefix of the key for the limit on messages. */
    String prefix() {
        return prefix;
    }
}
