package io.strongroom.walls;

import io.strongroom.exit.GuardedOidcProtocolFactory;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.LoginProtocol;
import org.keycloak.protocol.oidc.OIDCLoginProtocolFactory;

/** Creates the exit's protocol, or Keycloak's if the exit is off. */
public final class OidcSwitch extends OIDCLoginProtocolFactory {

    private final GuardedOidcProtocolFactory exit = new GuardedOidcProtocolFactory();

    @Override
    public void init(Config.Scope config) {
        super.init(config);
        exit.init(config);
    }

    @Override
    public LoginProtocol create(KeycloakSession session) {
        return Walls.isOff(session, Walls.EXIT) ? super.create(session) : exit.create(session);
    }

    @Override
    public int order() {
        return Walls.ORDER;
    }
}
