package io.strongroom.exit;

import com.google.auto.service.AutoService;
import jakarta.ws.rs.core.Response;
import org.keycloak.models.ClientSessionContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.LoginProtocol;
import org.keycloak.protocol.LoginProtocolFactory;
import org.keycloak.protocol.saml.SamlProtocol;
import org.keycloak.protocol.saml.SamlProtocolFactory;
import org.keycloak.sessions.AuthenticationSessionModel;

/** Replaces Keycloak's SAML protocol factory, which has the same id, to add the exit check. */
@AutoService(LoginProtocolFactory.class)
public final class GuardedSamlProtocolFactory extends SamlProtocolFactory {

    @Override
    public LoginProtocol create(KeycloakSession session) {
        return new Guarded().setSession(session);
    }

    @Override
    public int order() {
        return super.order() + 100;
    }

    private static final class Guarded extends SamlProtocol {

        @Override
        public Response authenticated(
                AuthenticationSessionModel login, UserSessionModel userSession, ClientSessionContext context) {
            LoginExit.require(session, login);
            return super.authenticated(login, userSession, context);
        }
    }
}
