package io.strongroom.factor.backupcode;

import com.google.auto.service.AutoService;
import io.strongroom.provider.PlainFactory;
import java.time.Clock;
import org.keycloak.authentication.RequiredActionFactory;
import org.keycloak.authentication.RequiredActionProvider;
import org.keycloak.models.KeycloakSession;

/** Creates the {@code backup-codes-enrol} required action. */
@AutoService(RequiredActionFactory.class)
public final class BackupCodesEnrolActionFactory
        implements RequiredActionFactory, PlainFactory<RequiredActionProvider> {

    public static final String ID = "backup-codes-enrol";

    @Override
    public RequiredActionProvider create(KeycloakSession session) {
        return new BackupCodesEnrolAction(Clock.systemUTC());
    }

    @Override
    public String getDisplayText() {
        return "Make backup codes (Strongroom)";
    }

    @Override
    public String getId() {
        return ID;
    }
}
