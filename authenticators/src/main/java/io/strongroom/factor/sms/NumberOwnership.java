package io.strongroom.factor.sms;

/**
 * How certain it is that a number belongs to the user. Each level has its own limits, so that unproven claims don't
 * use up the owner's limit.
 */
enum NumberOwnership {
    /** This user has entered a code sent to the number. */
    PROVEN("number"),
    /** An administrator or a directory has assigned the number to this user. */
    GIVEN("given-number"),
    /** The user has entered the number but not proven it, so it may belong to someone else. */
    NEW("new-number");

    private final String limitKey;

    NumberOwnership(String limitKey) {
        this.limitKey = limitKey;
    }

    /** Returns the key prefix for the limit on messages to the number. */
    String limitKey() {
        return limitKey;
    }
}
