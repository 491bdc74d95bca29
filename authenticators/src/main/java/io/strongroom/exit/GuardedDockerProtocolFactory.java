package io.strongroom.exit;

import com.google.auto.service.AutoService;
import jakarta.ws.rs.core.Response;
import org.keycloak.models.ClientSessionContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.LoginProtocol;
import org.keycloak.protocol.LoginProtocolFactory;
import org.keycloak.protocol.docker.DockerAuthV2Protocol;
import org.keycloak.protocol.docker.DockerAuthV2ProtocolFactory;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * Replaces Keycloak's Docker protocol factory, which has the same id, to add the exit check. Has no effect unless
 * the {@code docker} feature is enabled.
 */
@AutoService(LoginProtocolFactory.class)
public final class GuardedDockerProtocolFactory extends DockerAuthV2ProtocolFactory {

    @Override
    public LoginProtocol create(KeycloakSession session) {
        return new Guarded(session).setSession(session);
    }

    @Override
    public int order() {
        return super.order() + 100;
    }

    private static final class Guarded extends DockerAuthV2Protocol {

        private final KeycloakSession keycloak;

        Guarded(KeycloakSession session) {
            this.keycloak = session;
        }

        @Override
        public Response authenticated(
                AuthenticationSessionModel login, UserSessionModel userSession, ClientSessionContext context) {
            LoginExit.require(keycloak, login);
            return super.authenticated(login, userSession, context);
        }
    }
}
