package io.strongroom.factor.backupcode;

import io.strongroom.factor.EventDetails;
import io.strongroom.factor.LoginStep;
import io.strongroom.factor.LoginStep.Input;
import io.strongroom.factor.Outcome;
import io.strongroom.factor.PassedFactors;
import java.time.Clock;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.AuthenticationFlowError;
import org.keycloak.authentication.Authenticator;
import org.keycloak.authentication.CredentialValidator;
import org.keycloak.credential.CredentialModel;
import org.keycloak.credential.CredentialProvider;
import org.keycloak.events.Errors;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** {@code backup-code-authenticator}: the challenge as a step of a flow that somebody composes. The guard accepts what it verified. */
final class BackupCodeAuthenticator implements Authenticator, CredentialValidator<CredentialProvider<CredentialModel>> {

    private final Clock clock;

    BackupCodeAuthenticator(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void authenticate(AuthenticationFlowContext context) {
        if (configuredFor(context.getSession(), context.getRealm(), context.getUser())) {
            apply(context, challenge(context, Input.none()).show());
        } else {
            context.failure(AuthenticationFlowError.CREDENTIAL_SETUP_REQUIRED);
        }
    }

    @Override
    public void action(AuthenticationFlowContext context) {
        Input input = new Input(context.getHttpRequest().getDecodedFormParameters());
        apply(context, challenge(context, input).process());
    }

    private BackupCodeChallenge challenge(AuthenticationFlowContext context, Input input) {
        return new BackupCodeChallenge(LoginStep.of(context, input), clock);
    }

    private static void apply(AuthenticationFlowContext context, Outcome outcome) {
        if (outcome instanceof Outcome.Show show) {
            context.challenge(show.page());
        } else if (outcome instanceof Outcome.Failed failed) {
            context.getEvent()
                    .clone()
                    .user(context.getUser())
                    .detail(EventDetails.SECOND_FACTOR, failed.factor())
                    .error(Errors.INVALID_USER_CREDENTIALS);
            context.failureChallenge(AuthenticationFlowError.INVALID_CREDENTIALS, failed.page());
        } else if (outcome instanceof Outcome.Passed passed) {
            new PassedFactors(context.getSession(), context.getAuthenticationSession(), context.getUser())
                    .add(passed.factor());
            context.getEvent().detail(EventDetails.SECOND_FACTOR, BackupCodes.TYPE);
            // Not "otp": the login would pass for one with Keycloak's own TOTP.
            context.success(BackupCodes.TYPE);
        }
    }

    @Override
    public boolean requiresUser() {
        return true;
    }

    @Override
    public boolean configuredFor(KeycloakSession session, RealmModel realm, UserModel user) {
        return new BackupCodes(session, realm, user).left() > 0;
    }

    @Override
    public void setRequiredActions(KeycloakSession session, RealmModel realm, UserModel user) {}

    @Override
    @SuppressWarnings("unchecked")
    public CredentialProvider<CredentialModel> getCredentialProvider(KeycloakSession session) {
        return session.getProvider(CredentialProvider.class, BackupCodes.TYPE);
    }

    @Override
    public void close() {}
}
