package io.strongroom.facts;

import java.util.Optional;
import org.keycloak.authentication.AuthenticationProcessor;
import org.keycloak.authentication.authenticators.broker.AbstractIdpAuthenticator;
import org.keycloak.authentication.authenticators.broker.util.PostBrokerLoginConstants;
import org.keycloak.authentication.authenticators.broker.util.SerializedBrokeredIdentityContext;
import org.keycloak.models.AuthenticationFlowModel;
import org.keycloak.models.IdentityProviderModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.AuthenticationFlowResolver;
import org.keycloak.services.resources.LoginActionsService;
import org.keycloak.sessions.AuthenticationSessionModel;

/** Finds a login's running flow, which is not necessarily the browser flow. */
final class RunningFlow {

    private final KeycloakSession session;
    private final AuthenticationSessionModel login;
    private final RealmModel realm;

    private RunningFlow(KeycloakSession session, AuthenticationSessionModel login) {
        this.session = session;
        this.login = login;
        this.realm = login.getRealm();
    }

    /**
     * Returns the running flow; empty if no browser-based flow is running, as during a required action or in a
     * direct grant.
     */
    static Optional<AuthenticationFlowModel> of(KeycloakSession session, AuthenticationSessionModel login) {
        return login == null ? Optional.empty() : new RunningFlow(session, login).find();
    }

    private Optional<AuthenticationFlowModel> find() {
        String path = login.getAuthNote(AuthenticationProcessor.CURRENT_FLOW_PATH);
        if (path == null) {
            return Optional.empty();
        }
        return switch (path) {
            case LoginActionsService.AUTHENTICATE_PATH ->
                Optional.ofNullable(AuthenticationFlowResolver.resolveBrowserFlow(login));
            case LoginActionsService.RESET_CREDENTIALS_PATH -> Optional.ofNullable(realm.getResetCredentialsFlow());
            case LoginActionsService.REGISTRATION_PATH -> Optional.ofNullable(realm.getRegistrationFlow());
            case LoginActionsService.FIRST_BROKER_LOGIN_PATH ->
                provider(AbstractIdpAuthenticator.BROKERED_CONTEXT_NOTE).map(this::firstLoginFlow);
            case LoginActionsService.POST_BROKER_LOGIN_PATH ->
                provider(PostBrokerLoginConstants.PBL_BROKERED_IDENTITY_CONTEXT)
                        .map(IdentityProviderModel::getPostBrokerLoginFlowId)
                        .map(realm::getAuthenticationFlowById);
            default -> Optional.empty();
        };
    }

    private AuthenticationFlowModel firstLoginFlow(IdentityProviderModel provider) {
        return provider.getFirstBrokerLoginFlowId() == null
                ? realm.getFirstBrokerLoginFlow()
                : realm.getAuthenticationFlowById(provider.getFirstBrokerLoginFlowId());
    }

    private Optional<IdentityProviderModel> provider(String note) {
        return Optional.ofNullable(SerializedBrokeredIdentityContext.readFromAuthenticationSession(login, note))
                .map(SerializedBrokeredIdentityContext::getIdentityProviderId)
                .map(alias -> session.identityProviders().getByAlias(alias));
    }
}
