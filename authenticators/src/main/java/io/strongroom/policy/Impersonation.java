package io.strongroom.policy;

/** How a tenant handles an administrator who impersonates a user with an open clause. */
public enum Impersonation {
    /** The login is refused. */
    REFUSE,
    /** The login succeeds without a factor and is recorded in an event. */
    ALLOW
}
