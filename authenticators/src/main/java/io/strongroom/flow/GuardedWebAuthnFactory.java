package io.strongroom.flow;

import com.google.auto.service.AutoService;
import io.strongroom.facts.SkippedFlowSteps;
import org.keycloak.authentication.Authenticator;
import org.keycloak.authentication.AuthenticatorFactory;
import org.keycloak.authentication.authenticators.browser.WebAuthnAuthenticator;
import org.keycloak.authentication.authenticators.browser.WebAuthnAuthenticatorFactory;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.WebAuthnCredentialModel;

/**
 * Replaces Keycloak's {@code webauthn-authenticator} step, which does not ask for a key if the guard asks instead.
 * Without a policy, it behaves like Keycloak's step.
 */
@AutoService(AuthenticatorFactory.class)
public final class GuardedWebAuthnFactory extends WebAuthnAuthenticatorFactory {

    @Override
    public int order() {
        return 100;
    }

    @Override
    public Authenticator create(KeycloakSession keycloak) {
        return new GuardedWebAuthn(keycloak);
    }

    private static final class GuardedWebAuthn extends WebAuthnAuthenticator {

        GuardedWebAuthn(KeycloakSession session) {
            super(session);
        }

        @Override
        public boolean configuredFor(KeycloakSession session, RealmModel realm, UserModel user) {
            return super.configuredFor(session, realm, user)
                    && !new SkippedFlowSteps(session).contain(WebAuthnCredentialModel.TYPE_TWOFACTOR, user);
        }
    }
}
