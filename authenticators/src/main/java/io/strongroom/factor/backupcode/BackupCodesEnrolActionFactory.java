package io.strongroom.factor.backupcode;

import com.google.auto.service.AutoService;
import java.time.Clock;
import org.keycloak.Config;
import org.keycloak.authentication.RequiredActionFactory;
import org.keycloak.authentication.RequiredActionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

/** {@code backup-codes-enrol}. */
@AutoService(RequiredActionFactory.class)
public final class BackupCodesEnrolActionFactory implements RequiredActionFactory {

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
    public void init(Config.Scope config) {}

    @Override
    public void postInit(KeycloakSessionFactory factory) {}

    @Override
    public void close() {}

    @Override
    public String getId() {
        return ID;
    }
}
