package io.strongroom.exit;

import com.google.auto.service.AutoService;
import jakarta.ws.rs.core.Response;
import org.keycloak.models.ClientSessionContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.LoginProtocol;
import org.keycloak.protocol.LoginProtocolFactory;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.protocol.oidc.OIDCLoginProtocolFactory;
import org.keycloak.protocol.oidc.OIDCProviderConfig;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * Replaces Keycloak's OpenID Connect protocol factory, which has the same id, to add the exit check. Also covers
 * the device grant.
 */
@AutoService(LoginProtocolFactory.class)
public final class GuardedOidcProtocolFactory extends OIDCLoginProtocolFactory {

    @Override
    public LoginProtocol create(KeycloakSession session) {
        OIDCProviderConfig config = ((OIDCLoginProtocol) super.create(session)).getConfig();
        return new Guarded(config).setSession(session);
    }

    @Override
    public int order() {
        return super.order() + 100;
    }

    private static final class Guarded extends OIDCLoginProtocol {

        Guarded(OIDCProviderConfig config) {
            super(config);
        }

        @Override
        public Response authenticated(
                AuthenticationSessionModel login, UserSessionModel userSession, ClientSessionContext context) {
            LoginExit.require(session, login);
            return super.authenticated(login, userSession, context);
        }
    }
}
