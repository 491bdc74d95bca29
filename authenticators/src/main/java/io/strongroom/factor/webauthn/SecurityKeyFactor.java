package io.strongroom.factor.webauthn;

import com.google.auto.service.AutoService;
import io.strongroom.factor.PassedFactor;
import io.strongroom.policy.KnownMethod;
import io.strongroom.policy.Method;
import java.util.Optional;
import java.util.Set;
import org.keycloak.authentication.authenticators.browser.WebAuthnAuthenticatorFactory;

/** Security keys that are used after the password, stored as Keycloak's {@code webauthn} credentials. */
@AutoService(KnownMethod.class)
public final class SecurityKeyFactor extends KeyFactor {

    public SecurityKeyFactor() {
        super(KeyKind.SECURITY_KEY);
    }

    /** A key that is the login's only proof is two factors only with a PIN or biometrics. */
    @Override
    public Set<Method> countsAs(PassedFactor passed) {
        boolean isOneFactor =
                passed.traits().contains(KeyTraits.ALONE) && !passed.traits().contains(KeyTraits.VERIFIED);
        return isOneFactor ? Set.of() : super.countsAs(passed);
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
