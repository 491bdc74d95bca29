package io.strongroom.factor.webauthn;

import com.google.auto.service.AutoService;
import io.strongroom.factor.Holding;
import io.strongroom.factor.PassedFactor;
import io.strongroom.policy.Facts;
import io.strongroom.policy.KnownMethod;
import io.strongroom.policy.Method;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.keycloak.authentication.authenticators.browser.WebAuthnPasswordlessAuthenticatorFactory;

/**
 * Passkeys, stored as Keycloak's {@code webauthn-passwordless} credentials. A passkey also serves as a security key. It
 * counts as a passkey only if the authenticator verified the user.
 */
@AutoService(KnownMethod.class)
public final class PasskeyFactor extends KeyFactor {

    public PasskeyFactor() {
        super(KeyKind.PASSKEY);
    }

    @Override
    public Held held(Holder holder) {
        return Held.usable(holder.credentialsOf(type())
                .flatMap(stored -> Stream.of(KeyKind.PASSKEY, KeyKind.SECURITY_KEY)
                        .map(kind -> Facts.Factor.own(kind.method(), stored.getId()))));
    }

    @Override
    public boolean isReported(Predicate<Method> accepted) {
        return super.isReported(accepted) || accepted.test(KeyKind.SECURITY_KEY.method());
    }

    @Override
    public Holding heldBy() {
        return Holding.ofCredential(KeyKind.PASSKEY.method(), KeyKind.SECURITY_KEY.method());
    }

    /** Without user verification, a passkey that is the login's only proof is a first factor, not a second one. */
    @Override
    public Set<Method> countsAs(PassedFactor passed) {
        if (passed.traits().contains(KeyTraits.VERIFIED)) {
            return Set.of(KeyKind.PASSKEY.method(), KeyKind.SECURITY_KEY.method());
        }
        return passed.traits().contains(KeyTraits.ALONE) ? Set.of() : Set.of(KeyKind.SECURITY_KEY.method());
    }

    @Override
    public Optional<String> flowStep() {
        return Optional.of(WebAuthnPasswordlessAuthenticatorFactory.PROVIDER_ID);
    }

    @Override
    boolean isTwoFactors(PassedFactor passed) {
        return passed.traits().contains(KeyTraits.VERIFIED);
    }
}
