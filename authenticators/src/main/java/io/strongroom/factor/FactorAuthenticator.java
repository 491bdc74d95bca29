package io.strongroom.factor;

import io.strongroom.context.UserContext;
import java.time.Clock;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.AuthenticationFlowError;
import org.keycloak.authentication.Authenticator;
import org.keycloak.authentication.CredentialValidator;
import org.keycloak.credential.CredentialModel;
import org.keycloak.credential.CredentialProvider;
import org.keycloak.events.Errors;
import org.keycloak.events.EventBuilder;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** Asks for a factor in a custom authentication flow. The guard accepts a factor verified here. */
public abstract class FactorAuthenticator
        implements Authenticator, CredentialValidator<CredentialProvider<CredentialModel>> {

    private final String type;

    /** @param type type of the requested credential */
    protected FactorAuthenticator(String type) {
        this.type = type;
    }

    /** Continues the login. The factor is already recorded as passed. */
    protected abstract void passed(AuthenticationFlowContext context);

    protected final void apply(AuthenticationFlowContext context, StepResult result) {
        result.handle(context::challenge, failed -> fail(context, failed), factor -> accept(context, factor));
    }

    private static void fail(AuthenticationFlowContext context, StepResult.Failed failed) {
        EventBuilder event =
                context.getEvent().clone().user(context.getUser()).detail(EventDetails.SECOND_FACTOR, failed.factor());
        ErrorEvents.emitAfterTransaction(context.getSession(), event, Errors.INVALID_USER_CREDENTIALS);
        context.failureChallenge(AuthenticationFlowError.INVALID_CREDENTIALS, failed.page());
    }

    private void accept(AuthenticationFlowContext context, PassedFactor factor) {
        new PassedFactors(UserContext.of(context, Clock.systemUTC()), context.getAuthenticationSession()).add(factor);
        context.getEvent().detail(EventDetails.SECOND_FACTOR, type);
        passed(context);
    }

    protected static void notSetUp(AuthenticationFlowContext context) {
        context.failure(AuthenticationFlowError.CREDENTIAL_SETUP_REQUIRED);
    }

    @Override
    public final boolean requiresUser() {
        return true;
    }

    @Override
    public void setRequiredActions(KeycloakSession session, RealmModel realm, UserModel user) {}

    @Override
    @SuppressWarnings("unchecked")
    public final CredentialProvider<CredentialModel> getCredentialProvider(KeycloakSession session) {
        return session.getProvider(CredentialProvider.class, type);
    }

    @Override
    public final void close() {}
}
