package io.strongroom.factor.sms;

import com.google.auto.service.AutoService;
import io.strongroom.provider.PlainAuthenticatorFactory;
import java.time.Clock;
import java.util.Set;
import org.keycloak.authentication.Authenticator;
import org.keycloak.authentication.AuthenticatorFactory;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.credential.OTPCredentialModel;

/** Creates the {@code sms-otp-authenticator} authenticator. */
@AutoService(AuthenticatorFactory.class)
public final class SmsOtpAuthenticatorFactory implements PlainAuthenticatorFactory {

    public static final String ID = "sms-otp-authenticator";

    @Override
    public Authenticator create(KeycloakSession session) {
        return new SmsOtpAuthenticator(Clock.systemUTC());
    }

    @Override
    public String getDisplayType() {
        return "SMS code (Strongroom)";
    }

    @Override
    public String getHelpText() {
        return "Asks for a code sent by text message to a number of the user's.";
    }

    /** Returns a category known to brute-force detection, which ignores failures in other categories. */
    @Override
    public String getReferenceCategory() {
        return OTPCredentialModel.TYPE;
    }

    @Override
    public Set<String> getOptionalReferenceCategories(KeycloakSession session) {
        return Set.of(SmsCredential.TYPE);
    }

    @Override
    public boolean isUserSetupAllowed() {
        return true;
    }

    @Override
    public String getId() {
        return ID;
    }
}
