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
     * Must be supported: otherwise Keycloak would skip the action, even a required one, if {@code kc_action} asks for
     * it.
     */
    @Override
    public final InitiatedActionSupport initiatedActionSupport() {
        return InitiatedActionSupport.SUPPORTED;
    }

    /** Does nothing: the guard decides who has to set up which factor. */
    @Override
    public final void evaluateTriggers(RequiredActionContext context) {}

    /** Returns whether an application started the action with {@code kc_action}. */
    protected final boolean isInitiated(RequiredActionContext context) {
        return id.equals(context.getAuthenticationSession().getClientNote(Constants.KC_ACTION));
    }

    /** Returns the step that only shows a page. */
    protected static LoginStep shown(RequiredActionContext context) {
        return LoginStep.of(context, Input.none());
    }

    /** Returns the step that handles the submitted page. */
    protected static LoginStep submitted(RequiredActionContext context) {
        return LoginStep.of(context, new Input(context.getHttpRequest().getDecodedFormParameters()));
    }

    @Override
    public final void close() {}
}
