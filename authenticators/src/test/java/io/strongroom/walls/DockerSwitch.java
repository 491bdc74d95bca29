package io.strongroom.walls;

import io.strongroom.exit.GuardedDockerProtocolFactory;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.LoginProtocol;
import org.keycloak.protocol.docker.DockerAuthV2ProtocolFactory;

/** The exit's protocol, or Keycloak's. */
public final class DockerSwitch extends DockerAuthV2ProtocolFactory {

    private final GuardedDockerProtocolFactory exit = new GuardedDockerProtocolFactory();

    @Override
    public void init(Config.Scope config) {
        super.init(config);
        exit.init(config);
    }

    @Override
    public LoginProtocol create(KeycloakSession session) {
        return Walls.isDown(session, Walls.EXIT) ? super.create(session) : exit.create(session);
    }

    @Override
    public int order() {
        return Walls.ORDER;
    }
}
