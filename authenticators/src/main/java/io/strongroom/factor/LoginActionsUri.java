package io.strongroom.factor;

import jakarta.ws.rs.core.UriBuilder;
import java.net.URI;
import org.keycloak.authentication.AuthenticationProcessor;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.services.resources.LoginActionsService;
import org.keycloak.sessions.AuthenticationSessionModel;

/** Builds the addresses at which a browser continues a login. */
public final class LoginActionsUri {

    private LoginActionsUri() {}

    /** Returns the address at which Keycloak authenticates the user again. */
    public static URI authenticate(KeycloakSession session, AuthenticationSessionModel login) {
        return of(session, login, base(session).path(LoginActionsService.AUTHENTICATE_PATH));
    }

    /** Returns the address at which Keycloak evaluates which action is next. */
    public static URI nextAction(KeycloakSession session, AuthenticationSessionModel login) {
        return of(session, login, base(session).path(LoginActionsService.REQUIRED_ACTION));
    }

    /** Returns the address of a pending action's page. */
    public static URI action(KeycloakSession session, AuthenticationSessionModel login, String id) {
        return of(
                session,
                login,
                base(session).path(LoginActionsService.REQUIRED_ACTION).queryParam(Constants.EXECUTION, id));
    }

    private static UriBuilder base(KeycloakSession session) {
        return LoginActionsService.loginActionsBaseUrl(session.getContext().getUri());
    }

    private static URI of(KeycloakSession session, AuthenticationSessionModel login, UriBuilder path) {
        return path.queryParam(Constants.CLIENT_ID, login.getClient().getClientId())
                .queryParam(Constants.TAB_ID, login.getTabId())
                .queryParam(Constants.CLIENT_DATA, AuthenticationProcessor.getClientData(session, login))
                .build(login.getRealm().getName());
    }
}
