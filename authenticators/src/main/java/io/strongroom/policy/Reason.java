package io.strongroom.policy;

/** Why a clause is there, or is not; the log, the event and the page show the same one. */
public enum Reason {
    /** The application asked for this data room by name, and its rule holds. */
    DATA_ROOM_REQUESTED,
    /** A data room of the user enforces a second factor. */
    DATA_ROOM_ENFORCES,
    /** The tenant requires a second factor of everybody. */
    TENANT_REQUIRES,
    /** The user holds a role that requires one. */
    ROLE_REQUIRES,
    /** The user has set up a factor of their own. */
    USER_SET_UP_A_FACTOR,
    /** The application asked for a second factor. */
    APPLICATION_ASKS,
    /** The user is about to change their factors, and has one. */
    FACTORS_CHANGE,
    /** An administrator acts as the user, whose factor they do not have. */
    IMPERSONATED
}
