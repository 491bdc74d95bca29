package io.strongroom.walls;

import io.strongroom.exit.GuardedPasswordGrantFactory;
import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.oidc.grants.OAuth2GrantType;
import org.keycloak.protocol.oidc.grants.ResourceOwnerPasswordCredentialsGrantTypeFactory;

/** The exit's direct grant, or Keycloak's. */
public final class PasswordGrantSwitch extends ResourceOwnerPasswordCredentialsGrantTypeFactory {

    private final GuardedPasswordGrantFactory exit = new GuardedPasswordGrantFactory();

    @Override
    public OAuth2GrantType create(KeycloakSession session) {
        return Walls.isDown(session, Walls.EXIT) ? super.create(session) : exit.create(session);
    }

    @Override
    public int order() {
        return Walls.ORDER;
    }
}
