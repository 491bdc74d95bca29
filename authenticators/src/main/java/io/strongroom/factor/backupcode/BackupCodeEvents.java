package io.strongroom.factor.backupcode;

import io.strongroom.factor.EventDetails;
import io.strongroom.factor.LoginStep;
import org.keycloak.events.Details;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;

/** Creates backup code events. They never contain a code. */
public final class BackupCodeEvents {

    /** Event action: a code was used. */
    public static final String USED = "used";

    /** Event action: a first set was created. */
    public static final String CREATED = "created";

    /** Event action: a new set replaced the previous one. */
    public static final String RENEWED = "renewed";

    private BackupCodeEvents() {}

    /**
     * @param action one of the actions above
     * @param left   number of unused codes
     */
    static EventBuilder of(LoginStep step, String action, int left) {
        return step.event()
                .clone()
                .event(EventType.UPDATE_CREDENTIAL)
                .user(step.user())
                .detail(Details.CREDENTIAL_TYPE, BackupCodes.TYPE)
                .detail(Details.ACTION, action)
                .detail(EventDetails.BACKUP_CODES_LEFT, Integer.toString(left));
    }
}
