package io.strongroom.guard;

import io.strongroom.factor.LoginActionsUri;
import io.strongroom.facts.LoginNotes;
import jakarta.ws.rs.core.Response;
import org.keycloak.authentication.AuthenticationProcessor;
import org.keycloak.authentication.RequiredActionContext;
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
        return Response.seeOther(LoginActionsUri.authenticate(context.getSession(), login))
                .build();
    }
}
