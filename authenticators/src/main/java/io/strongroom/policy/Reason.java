package io.strongroom.policy;

/** Why a clause is there; the log, the event and the page show the same one. */
public enum Reason {
    TENANT_REQUIRES,
    USER_SET_UP_A_FACTOR,
    DATA_ROOM_ENFORCES
}
