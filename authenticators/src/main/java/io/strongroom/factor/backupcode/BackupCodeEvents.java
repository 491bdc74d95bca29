package io.strongroom.factor.backupcode;

import io.strongroom.factor.LoginStep;
import org.keycloak.events.Details;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;

/** What is told of backup codes, and never a code. */
final class BackupCodeEvents {

    /** Detail: how many are unused. */
    static final String LEFT = "backup_codes_left";

    private BackupCodeEvents() {}

    /** @param action {@code used}, {@code created} or {@code renewed} */
    static EventBuilder of(LoginStep step, String action, int left) {
        return step.event()
                .clone()
                .event(EventType.UPDATE_CREDENTIAL)
                .user(step.user())
                .detail(Details.CREDENTIAL_TYPE, BackupCodes.TYPE)
                .detail(Details.ACTION, action)
                .detail(LEFT, Integer.toString(left));
    }
}
