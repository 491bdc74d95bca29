package io.strongroom.policy;

/** How a data room that enforces two-factor login treats members without an accepted factor (D12). */
public enum WithoutNumber {
    /** The member must set up a factor at login. */
    ENROL,
    /** The member enters without a factor. */
    ALLOW,
    /** The login is refused. */
    REFUSE
}
