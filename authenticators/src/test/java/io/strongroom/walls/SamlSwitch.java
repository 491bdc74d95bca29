package io.strongroom.walls;

import io.strongroom.exit.GuardedSamlProtocolFactory;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.LoginProtocol;
import org.keycloak.protocol.saml.SamlProtocolFactory;

/** Creates the exit's protocol, or Keycloak's if the exit is off. */
public final class SamlSwitch extends SamlProtocolFactory {

    private final GuardedSamlProtocolFactory exit = new GuardedSamlProtocolFactory();

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
