package io.strongroom.policy;

/** The users from whom a tenant requires a second factor. */
public enum Enforcement {
    /** No users. Data rooms may still require a second factor. */
    OFF,
    /** Users with a role that requires a factor, and users who have set up a factor of their own. */
    OPTIONAL,
    /** Every user who is not exempt. */
    REQUIRED
}
