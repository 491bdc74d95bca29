package io.strongroom.factor.sms;

import io.strongroom.context.UserContext;
import io.strongroom.factor.FactorAuthenticator;
import io.strongroom.factor.LoginStep;
import io.strongroom.factor.LoginStep.Input;
import io.strongroom.policy.store.PolicyStore;
import java.time.Clock;
import java.util.Optional;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.AuthenticatorUtil;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.OTPCredentialModel;

/** Asks for a code sent as a text message in a custom authentication flow. */
final class SmsOtpAuthenticator extends FactorAuthenticator {

    private static final String NO_ROOM = null;

    private final Clock clock;

    SmsOtpAuthenticator(Clock clock) {
        super(SmsCredential.TYPE);
        this.clock = clock;
    }

    @Override
    public void authenticate(AuthenticationFlowContext context) {
        challenge(context, Input.none())
                .ifPresentOrElse(challenge -> apply(context, challenge.show()), () -> notSetUp(context));
    }

    @Override
    public void action(AuthenticationFlowContext context) {
        Input input = new Input(context.getHttpRequest().getDecodedFormParameters());
        challenge(context, input)
                .ifPresentOrElse(challenge -> apply(context, challenge.process()), () -> notSetUp(context));
    }

    private Optional<SmsChallenge> challenge(AuthenticationFlowContext context, Input input) {
        PolicyStore policies = new PolicyStore(context.getSession(), context.getRealm());
        return chosen(context)
                .map(number -> new SmsChallenge(
                        LoginStep.of(context, input), policies.tenant().sms(), number, NO_ROOM, clock));
    }

    /**
     * Returns the number that the user chose under "Try another way", or the user's first number if they chose
     * none.
     */
    private Optional<SmsCredential> chosen(AuthenticationFlowContext context) {
        SmsCredentials numbers = new SmsCredentials(UserContext.of(context, clock));
        String selected = context.getAuthenticationSession().getAuthNote("selectedCredentialId");
        return Optional.ofNullable(selected)
                .flatMap(numbers::trusted)
                .or(() -> numbers.trusted().stream().findFirst());
    }

    /** Reports a category known to brute-force detection, which would ignore Strongroom's own credential type. */
    @Override
    protected void passed(AuthenticationFlowContext context) {
        AuthenticatorUtil.addAuthCredential(context.getAuthenticationSession(), SmsCredential.TYPE);
        context.success(OTPCredentialModel.TYPE);
    }

    @Override
    public boolean configuredFor(KeycloakSession session, RealmModel realm, UserModel user) {
        return !new SmsCredentials(UserContext.of(session, user, clock))
                .trusted()
                .isEmpty();
    }

    @Override
    public void setRequiredActions(KeycloakSession session, RealmModel realm, UserModel user) {
        session.getContext().getAuthenticationSession().addRequiredAction(SmsEnrolActionFactory.ID);
    }
}
