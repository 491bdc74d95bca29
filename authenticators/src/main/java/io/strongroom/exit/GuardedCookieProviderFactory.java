package io.strongroom.exit;

import com.google.auto.service.AutoService;
import org.keycloak.cookie.CookieProvider;
import org.keycloak.cookie.CookieProviderFactory;
import org.keycloak.cookie.DefaultCookieProviderFactory;
import org.keycloak.models.KeycloakSession;

/** Replaces Keycloak's cookie provider factory, which has the same id, to add the exit check. */
@AutoService(CookieProviderFactory.class)
public final class GuardedCookieProviderFactory extends DefaultCookieProviderFactory {

    @Override
    public CookieProvider create(KeycloakSession session) {
        return new GuardedCookieProvider(session);
    }

    @Override
    public int order() {
        return 100;
    }
}
