package io.strongroom.policy;

/** How a tenant treats an administrator who acts as a user whom a rule asks for a second factor. */
public enum Impersonation {
    /** The login is refused. */
    REFUSE,
    /** The login succeeds without the factor, and an event records it. */
    ALLOW
}
