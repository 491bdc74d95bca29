package io.strongroom.factor;

import io.strongroom.factor.LoginStep.Input;
import org.keycloak.authentication.InitiatedActionSupport;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.authentication.RequiredActionProvider;
import org.keycloak.models.Constants;

/** Required action for setting up a factor: at login, or started by an application or the account console. */
public abstract class EnrolAction implements RequiredActionProvider {

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

    @Override
    public final void close() {}
}
