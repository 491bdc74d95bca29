package io.strongroom.policy;

/** What happens to a member of an enforced data room who has no number (D12). */
public enum WithoutNumber {
    /** Must register a number at login. */
    ENROL,
    /** Enters without a code. */
    ALLOW,
    /** Cannot enter. */
    REFUSE
}
