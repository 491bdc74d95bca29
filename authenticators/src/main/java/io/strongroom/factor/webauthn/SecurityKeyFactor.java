package io.strongroom.factor.webauthn;

import com.google.auto.service.AutoService;
import io.strongroom.factor.PassedFactor;
import io.strongroom.policy.KnownMethod;
import java.util.Optional;
import org.keycloak.authentication.authenticators.browser.WebAuthnAuthenticatorFactory;

/** Security keys that are used after the password, stored as Keycloak's {@code webauthn} credentials. */
@AutoService(KnownMethod.class)
public final class SecurityKeyFactor extends KeyFactor {

    public SecurityKeyFactor() {
        super(KeyKind.SECURITY_KEY);
    }

    @Override
    public Optional<String> flowStep() {
        return Optional.of(WebAuthnAuthenticatorFactory.PROVIDER_ID);
    }

    @Override
    boolean isTwoFactors(PassedFactor passed) {
        return false;
    }
}
