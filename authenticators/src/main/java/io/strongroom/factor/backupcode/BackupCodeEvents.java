package io.strongroom.factor.backupcode;

import io.strongroom.factor.EventDetails;
import io.strongroom.factor.LoginStep;
import org.keycloak.events.Details;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;

/** What is told of backup codes, and never a code. */
public final class BackupCodeEvents {

    /** Action: a code was used up. */
    public static final String USED = "used";

    /** Action: a first set was made. */
    public static final String CREATED = "created";

    /** Action: a set was made that ends the one before. */
    public static final String RENEWED = "renewed";

    private BackupCodeEvents() {}

    /** @param action one of the above */
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
