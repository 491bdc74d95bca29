package io.strongroom.policy;

/** The users from whom a tenant requires a second factor. */
public enum Enforcement {
    /** None. Data rooms may still require one. */
    OFF,
    /** Users with a role that requires a factor, and users who have set up their own. */
    OPTIONAL,
    /** Every user who is not exempt. */
    REQUIRED
}
