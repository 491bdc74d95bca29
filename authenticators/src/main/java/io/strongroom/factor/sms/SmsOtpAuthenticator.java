package io.strongroom.factor.sms;

import io.strongroom.factor.EventDetails;
import io.strongroom.factor.LoginStep;
import io.strongroom.factor.LoginStep.Input;
import io.strongroom.factor.Outcome;
import io.strongroom.factor.PassedFactors;
import io.strongroom.policy.store.PolicyStore;
import java.time.Clock;
import java.util.Optional;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.AuthenticationFlowError;
import org.keycloak.authentication.Authenticator;
import org.keycloak.authentication.AuthenticatorUtil;
import org.keycloak.authentication.CredentialValidator;
import org.keycloak.credential.CredentialModel;
import org.keycloak.credential.CredentialProvider;
import org.keycloak.events.Errors;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.OTPCredentialModel;

/** {@code sms-otp-authenticator}: the challenge as a step of a flow that somebody composes. The guard accepts what it verified. */
final class SmsOtpAuthenticator implements Authenticator, CredentialValidator<CredentialProvider<CredentialModel>> {

    private final Clock clock;

    SmsOtpAuthenticator(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void authenticate(AuthenticationFlowContext context) {
        challenge(context, Input.none())
                .ifPresentOrElse(challenge -> apply(context, challenge.show()), () -> noNumber(context));
    }

    @Override
    public void action(AuthenticationFlowContext context) {
        Input input = new Input(context.getHttpRequest().getDecodedFormParameters());
        challenge(context, input)
                .ifPresentOrElse(challenge -> apply(context, challenge.process()), () -> noNumber(context));
    }

    private Optional<SmsChallenge> challenge(AuthenticationFlowContext context, Input input) {
        PolicyStore policies = new PolicyStore(context.getSession(), context.getRealm());
        return chosen(context)
                .map(number -> new SmsChallenge(
                        LoginStep.of(context, input), policies.tenant().sms(), number, null, clock));
    }

    /** The number chosen under "Try another way", else the user's first. */
    private Optional<SmsCredential> chosen(AuthenticationFlowContext context) {
        SmsCredentials numbers = new SmsCredentials(context.getSession(), context.getUser(), clock);
        String selected = context.getAuthenticationSession().getAuthNote("selectedCredentialId");
        return Optional.ofNullable(selected)
                .flatMap(numbers::trusted)
                .or(() -> numbers.trusted().stream().findFirst());
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
            AuthenticatorUtil.addAuthCredential(context.getAuthenticationSession(), SmsCredential.TYPE);
            context.getEvent().detail(EventDetails.SECOND_FACTOR, SmsCredential.TYPE);
            // The category that brute-force detection knows; one of ours it would not count.
            context.success(OTPCredentialModel.TYPE);
        }
    }

    private static void noNumber(AuthenticationFlowContext context) {
        context.failure(AuthenticationFlowError.CREDENTIAL_SETUP_REQUIRED);
    }

    @Override
    public boolean requiresUser() {
        return true;
    }

    @Override
    public boolean configuredFor(KeycloakSession session, RealmModel realm, UserModel user) {
        return !new SmsCredentials(session, user, clock).trusted().isEmpty();
    }

    @Override
    public void setRequiredActions(KeycloakSession session, RealmModel realm, UserModel user) {
        session.getContext().getAuthenticationSession().addRequiredAction(SmsEnrolActionFactory.ID);
    }

    @Override
    @SuppressWarnings("unchecked")
    public CredentialProvider<CredentialModel> getCredentialProvider(KeycloakSession session) {
        return session.getProvider(CredentialProvider.class, SmsCredential.TYPE);
    }

    @Override
    public void close() {}
}
