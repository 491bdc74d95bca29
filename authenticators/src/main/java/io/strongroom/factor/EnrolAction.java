package io.strongroom.factor;

import io.strongroom.factor.LoginStep.Input;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.keycloak.authentication.InitiatedActionSupport;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.authentication.RequiredActionProvider;
import org.keycloak.models.Constants;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * Required action for setting up a factor. It runs at login, or when an application or the account console starts
 * it.
 */
public abstract class EnrolAction implements RequiredActionProvider {

    /** Provider id of the guard, which this package must not depend on. */
    public static final String GUARD_ID = "second-factor";

    private final String id;

    /** @param id provider id of the required action */
    protected EnrolAction(String id) {
        this.id = id;
    }

    /**
     * Returns {@code SUPPORTED}: otherwise {@code kc_action} would make Keycloak skip the action, even a required
     * one.
     */
    @Override
    public final InitiatedActionSupport initiatedActionSupport() {
        return InitiatedActionSupport.SUPPORTED;
    }

    /** Does nothing: the guard decides which users have to set up which factor. */
    @Override
    public final void evaluateTriggers(RequiredActionContext context) {}

    /** Returns whether an application started the action with {@code kc_action}. */
    protected final boolean isInitiated(RequiredActionContext context) {
        return id.equals(context.getAuthenticationSession().getClientNote(Constants.KC_ACTION));
    }

    /** Returns a step that only shows a page. */
    protected static LoginStep shown(RequiredActionContext context) {
        return LoginStep.of(context, Input.none());
    }

    /** Returns a step that handles the submitted page. */
    protected static LoginStep submitted(RequiredActionContext context) {
        return LoginStep.of(context, new Input(context.getHttpRequest().getDecodedFormParameters()));
    }

    /**
     * Returns a redirect to the guard if the user has to pass a factor first. Keycloak runs a submitted action
     * without evaluating the other ones, and a factor may have been set up since the page was shown.
     */
    public static Optional<Response> guardFirst(RequiredActionContext context) {
        AuthenticationSessionModel login = context.getAuthenticationSession();
        if (context.getRealm().getRequiredActionProviderByAlias(GUARD_ID) == null) {
            return Optional.empty();
        }
        context.getSession().getProvider(RequiredActionProvider.class, GUARD_ID).evaluateTriggers(context);
        return login.getRequiredActions().contains(GUARD_ID)
                ? Optional.of(Response.seeOther(LoginActionsUri.nextAction(context.getSession(), login))
                        .build())
                : Optional.empty();
    }

    @Override
    public final void close() {}
}
