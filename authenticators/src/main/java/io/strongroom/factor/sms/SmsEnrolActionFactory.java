package io.strongroom.factor.sms;

import com.google.auto.service.AutoService;
import java.time.Clock;
import org.keycloak.Config;
import org.keycloak.authentication.RequiredActionFactory;
import org.keycloak.authentication.RequiredActionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

/** {@code sms-otp-enrol}. */
@AutoService(RequiredActionFactory.class)
public final class SmsEnrolActionFactory implements RequiredActionFactory {

    public static final String ID = "sms-otp-enrol";

    @Override
    public RequiredActionProvider create(KeycloakSession session) {
        return new SmsEnrolAction(Clock.systemUTC());
    }

    @Override
    public String getDisplayText() {
        return "Set up codes by text message (Strongroom)";
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
