package io.strongroom.factor;

/** Details of events, beside Keycloak's own: for the audit log, and for the mails that follow from events. */
public final class EventDetails {

    /** Type of the credential that a login passed, or failed at. */
    public static final String SECOND_FACTOR = "second_factor";

    /** A number, masked. */
    public static final String PHONE_NUMBER = "phone_number";

    /** How many backup codes are unused. */
    public static final String BACKUP_CODES_LEFT = "backup_codes_left";

    /** Id of a data room whose rule was switched on. */
    public static final String ENFORCED_DATA_ROOM = "enforced_data_room";

    /** User name of an administrator who acts as the user, and was let in without the user's factor, or refused. */
    public static final String IMPERSONATED = "impersonated";

    private EventDetails() {}
}
