package io.strongroom.factor;

import io.strongroom.factor.LoginStep.Input;
import org.keycloak.authentication.InitiatedActionSupport;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.authentication.RequiredActionProvider;
import org.keycloak.models.Constants;

/** A user sets up a factor, at login or asked by an application or the account console. */
public abstract class EnrolAction implements RequiredActionProvider {

    private final String id;

    /** @param id of the required action */
    protected EnrolAction(String id) {
        this.id = id;
    }

    /** Anything less, and asking for it by {@code kc_action} would make Keycloak ignore it where it is required. */
    @Override
    public final InitiatedActionSupport initiatedActionSupport() {
        return InitiatedActionSupport.SUPPORTED;
    }

    /** The guard alone decides who has to set up what. */
    @Override
    public final void evaluateTriggers(RequiredActionContext context) {}

    /** Whether an application asked for it. */
    protected final boolean isInitiated(RequiredActionContext context) {
        return id.equals(context.getAuthenticationSession().getClientNote(Constants.KC_ACTION));
    }

    /** The step in which a page is only to be shown. */
    protected static LoginStep shown(RequiredActionContext context) {
        return LoginStep.of(context, Input.none());
    }

    /** The step in which the page was submitted. */
    protected static LoginStep submitted(RequiredActionContext context) {
        return LoginStep.of(context, new Input(context.getHttpRequest().getDecodedFormParameters()));
    }

    @Override
    public final void close() {}
}
