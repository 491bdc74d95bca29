package io.strongroom.factor;

/** Names of event details used in addition to Keycloak's own, in the audit log and in e-mails. */
public final class EventDetails {

    /** Type of the credential that the user passed or failed. */
    public static final String SECOND_FACTOR = "second_factor";

    /** The masked phone number. */
    public static final String PHONE_NUMBER = "phone_number";

    /** The masked e-mail address. */
    public static final String EMAIL_ADDRESS = "email_address";

    /** Number of unused backup codes. */
    public static final String BACKUP_CODES_LEFT = "backup_codes_left";

    /** Id of a data room whose rule was enabled. */
    public static final String ENFORCED_DATA_ROOM = "enforced_data_room";

    /** Id of an organization whose policy now requires a second factor, and did not before. */
    public static final String ORGANIZATION_REQUIRES = "organization_requires";

    /**
     * User name of the impersonating administrator, recorded both if the login succeeds without the user's factor
     * and if it is refused.
     */
    public static final String IMPERSONATED = "impersonated";

    private EventDetails() {}
}
