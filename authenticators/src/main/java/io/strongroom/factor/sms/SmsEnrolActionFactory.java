package io.strongroom.factor.sms;

import com.google.auto.service.AutoService;
import io.strongroom.provider.PlainFactory;
import java.time.Clock;
import org.keycloak.authentication.RequiredActionFactory;
import org.keycloak.authentication.RequiredActionProvider;
import org.keycloak.models.KeycloakSession;

/** Creates the {@code sms-otp-enrol} required action. */
@AutoService(RequiredActionFactory.class)
public final class SmsEnrolActionFactory implements RequiredActionFactory, PlainFactory<RequiredActionProvider> {

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
    public String getId() {
        return ID;
    }
}
