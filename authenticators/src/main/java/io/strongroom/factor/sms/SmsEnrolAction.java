package io.strongroom.factor.sms;

import io.strongroom.context.UserContext;
import io.strongroom.factor.EnrolAction;
import io.strongroom.factor.LoginStep;
import io.strongroom.factor.OtherSessions;
import io.strongroom.factor.PassedFactor;
import io.strongroom.factor.PassedFactors;
import io.strongroom.factor.StepResult;
import io.strongroom.policy.SmsRules;
import io.strongroom.policy.store.PolicyStore;
import java.time.Clock;
import org.keycloak.authentication.RequiredActionContext;

/**
 * Required action {@code sms-otp-enrol}, which lets users set up their own number. An application or the account
 * console starts it.
 */
final class SmsEnrolAction extends EnrolAction {

    private static final String NO_ROOM = null;

    private final Clock clock;

    SmsEnrolAction(Clock clock) {
        super(SmsEnrolActionFactory.ID);
        this.clock = clock;
    }

    @Override
    public void requiredActionChallenge(RequiredActionContext context) {
        apply(context, enrolment(shown(context), isInitiated(context)).show());
    }

    @Override
    public void processAction(RequiredActionContext context) {
        guardFirst(context)
                .ifPresentOrElse(
                        context::challenge,
                        () -> apply(
                                context,
                                enrolment(submitted(context), isInitiated(context))
                                        .process()));
    }

    private SmsEnrolment enrolment(LoginStep step, boolean initiated) {
        SmsRules rules = new PolicyStore(step.session(), step.realm()).tenant().sms();
        return new SmsEnrolment(step, rules, NO_ROOM, initiated, clock);
    }

    private void apply(RequiredActionContext context, StepResult result) {
        result.handle(
                context::challenge, failed -> context.challenge(failed.page()), factor -> complete(context, factor));
    }

    private void complete(RequiredActionContext context, PassedFactor factor) {
        OtherSessions.endIfRequested(context);
        new PassedFactors(UserContext.of(context, clock), context.getAuthenticationSession()).add(factor);
        context.success();
    }
}
