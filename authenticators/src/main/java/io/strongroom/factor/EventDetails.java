package io.strongroom.factor;

/** Names of event details in addition to Keycloak's own. The audit log and mails use them. */
public final class EventDetails {

    /** Type of the credential a login passed or failed. */
    public static final String SECOND_FACTOR = "second_factor";

    /** The masked phone number. */
    public static final String PHONE_NUMBER = "phone_number";

    /** Number of unused backup codes. */
    public static final String BACKUP_CODES_LEFT = "backup_codes_left";

    /** Id of a data room whose rule was enabled. */
    public static final String ENFORCED_DATA_ROOM = "enforced_data_room";

    /**
     * User name of an administrator who impersonates the user and was admitted without the user's factor, or refused.
     */
    public static final String IMPERSONATED = "impersonated";

    private EventDetails() {}
}
