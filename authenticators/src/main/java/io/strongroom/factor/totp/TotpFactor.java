package io.strongroom.factor.totp;

import com.google.auto.service.AutoService;
import io.strongroom.factor.ChallengeRequest;
import io.strongroom.factor.EnrolmentRequest;
import io.strongroom.factor.Factor;
import io.strongroom.factor.FactorChallenge;
import io.strongroom.factor.FactorStep;
import io.strongroom.policy.KnownMethod;
import io.strongroom.policy.Method;
import java.util.Optional;
import org.keycloak.authentication.authenticators.browser.OTPFormAuthenticatorFactory;
import org.keycloak.models.UserModel.RequiredAction;

/** Codes from an authenticator app, stored as Keycloak's {@code otp} credentials. */
@AutoService(KnownMethod.class)
public final class TotpFactor implements Factor {

    @Override
    public Method method() {
        return Method.TOTP;
    }

    @Override
    public Optional<FactorChallenge> challenge(ChallengeRequest request) {
        return Optional.of(new TotpChallenge(request.step(), request.credentialsOf(Method.TOTP), request.clock()));
    }

    @Override
    public FactorStep enrolment(EnrolmentRequest request) {
        TotpEnrolment totp =
                new TotpEnrolment(request.context(), request.step(), EnrolmentRequest.NOT_CANCELLABLE, request.clock());
        return FactorStep.of(totp::show, totp::process);
    }

    @Override
    public Optional<String> setUpAction() {
        return Optional.of(RequiredAction.CONFIGURE_TOTP.name());
    }

    @Override
    public Optional<String> flowStep() {
        return Optional.of(OTPFormAuthenticatorFactory.PROVIDER_ID);
    }
}
