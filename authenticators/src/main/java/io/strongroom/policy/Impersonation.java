package io.strongroom.policy;

/** What becomes of an administrator who acts as a user that is asked for a second factor. */
public enum Impersonation {
    /** Is refused. */
    REFUSE,
    /** Is let in, and that is recorded. */
    ALLOW
}
