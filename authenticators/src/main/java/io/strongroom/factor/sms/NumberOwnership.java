package io.strongroom.factor.sms;

/** Whose a number is, as far as is known; each kind has budgets of its own, so that no claim uses up what belongs to an owner. */
enum NumberOwnership {
    /** A code sent to it came back from this user. */
    PROVEN("number"),
    /** An administrator or a directory says it is this user's. */
    GIVEN("given-number"),
    /** The user says so and has yet to prove it: it may be a stranger's. */
    NEW("new-number");

    private final String budget;

    NumberOwnership(String budget) {
        this.budget = budget;
    }

    /** The kind of budget that messages to the number are counted in. */
    String budget() {
        return budget;
    }
}
