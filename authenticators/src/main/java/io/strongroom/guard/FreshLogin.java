package io.strongroom.guard;

import io.strongroom.facts.LoginNotes;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.keycloak.authentication.AuthenticationProcessor;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.models.Constants;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.protocol.saml.SamlProtocol;
import org.keycloak.services.resources.LoginActionsService;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * Makes users who joined an existing session log in again before setting up a factor (O3), with their password or at
 * their identity provider. Otherwise, anyone at an unattended browser could set up their own factor.
 */
final class FreshLogin {

    private final RequiredActionContext context;
    private final AuthenticationSessionModel login;

    FreshLogin(RequiredActionContext context) {
        this.context = context;
        this.login = context.getAuthenticationSession();
    }

    boolean isRequired() {
        return LoginNotes.isKnownBySessionAlone(login);
    }

    /** Restarts the login and forces re-authentication for OpenID Connect and SAML. */
    Response start() {
        AuthenticationProcessor.resetFlow(login, LoginActionsService.AUTHENTICATE_PATH);
        login.setClientNote(OIDCLoginProtocol.PROMPT_PARAM, OIDCLoginProtocol.PROMPT_VALUE_LOGIN);
        login.setAuthNote(SamlProtocol.SAML_LOGIN_REQUEST_FORCEAUTHN, SamlProtocol.SAML_FORCEAUTHN_REQUIREMENT);
        URI authenticate = LoginActionsService.loginActionsBaseUrl(context.getUriInfo())
                .path(LoginActionsService.AUTHENTICATE_PATH)
                .queryParam(Constants.CLIENT_ID, login.getClient().getClientId())
                .queryParam(Constants.TAB_ID, login.getTabId())
                .queryParam(Constants.CLIENT_DATA, AuthenticationProcessor.getClientData(context.getSession(), login))
                .build(context.getRealm().getName());
        return Response.seeOther(authenticate).build();
    }
}
