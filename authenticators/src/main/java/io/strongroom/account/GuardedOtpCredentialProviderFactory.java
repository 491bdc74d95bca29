package io.strongroom.account;

import com.google.auto.service.AutoService;
import org.keycloak.credential.CredentialProviderFactory;
import org.keycloak.credential.OTPCredentialProvider;
import org.keycloak.credential.OTPCredentialProviderFactory;
import org.keycloak.models.KeycloakSession;

/**
 * Replaces Keycloak's TOTP provider factory, which has the same id, and creates
 * {@link GuardedOtpCredentialProvider}s.
 */
@AutoService(CredentialProviderFactory.class)
@SuppressWarnings("rawtypes")
public final class GuardedOtpCredentialProviderFactory extends OTPCredentialProviderFactory {

    @Override
    public OTPCredentialProvider create(KeycloakSession session) {
        return new GuardedOtpCredentialProvider(session);
    }

    @Override
    public int order() {
        return 100;
    }
}
