package io.strongroom.policy;

/** Which users a tenant asks for a second factor. */
public enum Enforcement {
    /** None. Data rooms may still ask. */
    OFF,
    /** Users with a role that requires a factor, and users who set up a factor of their own. */
    OPTIONAL,
    /** Every user who is not exempt. */
    REQUIRED
}
