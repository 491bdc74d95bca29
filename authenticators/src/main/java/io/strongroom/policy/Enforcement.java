package io.strongroom.policy;

/** Whom a tenant asks for a second factor. */
public enum Enforcement {
    /** Nobody; only data rooms may ask. */
    OFF,
    /** Users with a required role, and users who set up a factor of their own. */
    OPTIONAL,
    /** Every user who is not exempt. */
    REQUIRED
}
