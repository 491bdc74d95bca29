package io.strongroom.walls;

import io.strongroom.exit.GuardedCookieProviderFactory;
import org.keycloak.cookie.CookieProvider;
import org.keycloak.cookie.CookieType;
import org.keycloak.cookie.DefaultCookieProvider;
import org.keycloak.cookie.DefaultCookieProviderFactory;
import org.keycloak.models.KeycloakSession;

/** Creates the exit's cookie provider, or Keycloak's if the exit is off. */
public final class CookieSwitch extends DefaultCookieProviderFactory {

    private final GuardedCookieProviderFactory exit = new GuardedCookieProviderFactory();

    @Override
    public CookieProvider create(KeycloakSession session) {
        CookieProvider guarded = exit.create(session);
        return new DefaultCookieProvider(session) {
            @Override
            public void set(CookieType type, String value, int maxAge) {
                if (Walls.isOff(session, Walls.EXIT)) {
                    super.set(type, value, maxAge);
                } else {
                    guarded.set(type, value, maxAge);
                }
            }
        };
    }

    @Override
    public int order() {
        return Walls.ORDER;
    }
}
