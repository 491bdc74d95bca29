package io.strongroom.policy;

/** How an enforcing data room treats a member who has no accepted factor (D12). */
public enum WithoutNumber {
    /** The member must set up a factor at login. */
    ENROL,
    /** The member enters without a factor. */
    ALLOW,
    /** The login is refused. */
    REFUSE
}
