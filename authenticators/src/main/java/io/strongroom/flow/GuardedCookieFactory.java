package io.strongroom.flow;

import com.google.auto.service.AutoService;
import org.keycloak.authentication.Authenticator;
import org.keycloak.authentication.AuthenticatorFactory;
import org.keycloak.authentication.authenticators.browser.CookieAuthenticatorFactory;
import org.keycloak.models.KeycloakSession;

/** Replaces the factory of Keycloak's {@code auth-cookie} step, and creates {@link GuardedCookie}s. */
@AutoService(AuthenticatorFactory.class)
public final class GuardedCookieFactory extends CookieAuthenticatorFactory {

    @Override
    public int order() {
        return 100;
    }

    @Override
    public Authenticator create(KeycloakSession session) {
        return new GuardedCookie();
    }
}
