package io.strongroom.exit;

import com.google.auto.service.AutoService;
import io.strongroom.policy.Clause;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import org.keycloak.OAuthErrorException;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.oidc.grants.OAuth2GrantType;
import org.keycloak.protocol.oidc.grants.OAuth2GrantTypeFactory;
import org.keycloak.protocol.oidc.grants.ResourceOwnerPasswordCredentialsGrantType;
import org.keycloak.protocol.oidc.grants.ResourceOwnerPasswordCredentialsGrantTypeFactory;
import org.keycloak.services.CorsErrorResponseException;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * Replaces Keycloak's factory for the direct grant, which has the same id, to add the exit check. The direct grant
 * issues tokens without a page or a cookie.
 */
@AutoService(OAuth2GrantTypeFactory.class)
public final class GuardedPasswordGrantFactory extends ResourceOwnerPasswordCredentialsGrantTypeFactory {

    @Override
    public OAuth2GrantType create(KeycloakSession session) {
        return new Guarded();
    }

    @Override
    public int order() {
        return super.order() + 100;
    }

    private static final class Guarded extends ResourceOwnerPasswordCredentialsGrantType {

        /**
         * Runs the exit check. Keycloak calls this method after creating the session with the login's notes and
         * before creating tokens.
         */
        @Override
        public void updateUserSessionFromClientAuth(UserSessionModel userSession) {
            List<Clause> open = open(userSession);
            if (!open.isEmpty()) {
                new StoppedLogin(session, realm, userSession.getUser()).report(open);
                throw new CorsErrorResponseException(
                        cors,
                        OAuthErrorException.INVALID_GRANT,
                        "Account is not fully set up",
                        Response.Status.BAD_REQUEST);
            }
            super.updateUserSessionFromClientAuth(userSession);
        }

        private List<Clause> open(UserSessionModel userSession) {
            Exit exit = new Exit(session, Clock.systemUTC());
            AuthenticationSessionModel login = session.getContext().getAuthenticationSession();
            boolean isSameUser = login != null && userSession.getUser().equals(login.getAuthenticatedUser());
            return isSameUser ? exit.open(login) : exit.open(userSession);
        }
    }
}
