package io.strongroom.policy;

/** The reason why a clause is open or was waived, as shown in the log, in the event and on the page. */
public enum Reason {
    /** The application requested this data room by name, and its rule applies to the user. */
    DATA_ROOM_REQUESTED,
    /** One of the user's data rooms requires a second factor. */
    DATA_ROOM_ENFORCES,
    /** The tenant requires a second factor from every user. */
    TENANT_REQUIRES,
    /** The user has a role that requires a second factor. */
    ROLE_REQUIRES,
    /** The user has set up a factor of their own. */
    USER_SET_UP_A_FACTOR,
    /** The application requested a second factor. */
    APPLICATION_ASKS,
    /** The user is about to change their factors and already has one. */
    FACTORS_CHANGE,
    /** An administrator, who does not have the user's factor, acts as the user. */
    IMPERSONATED
}
