package io.strongroom.walls;

import io.strongroom.exit.GuardedPasswordGrantFactory;
import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.oidc.grants.OAuth2GrantType;
import org.keycloak.protocol.oidc.grants.ResourceOwnerPasswordCredentialsGrantTypeFactory;

/** Creates the exit's direct grant, or Keycloak's if the exit is off. */
public final class PasswordGrantSwitch extends ResourceOwnerPasswordCredentialsGrantTypeFactory {

    private final GuardedPasswordGrantFactory exit = new GuardedPasswordGrantFactory();

    @Override
    public OAuth2GrantType create(KeycloakSession session) {
        return Walls.isOff(session, Walls.EXIT) ? super.create(session) : exit.create(session);
    }

    @Override
    public int order() {
        return Walls.ORDER;
    }
}
