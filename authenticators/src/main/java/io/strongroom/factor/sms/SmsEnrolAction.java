package io.strongroom.factor.sms;

import io.strongroom.factor.EnrolAction;
import io.strongroom.factor.LoginStep;
import io.strongroom.factor.OtherSessions;
import io.strongroom.factor.Outcome;
import io.strongroom.factor.PassedFactors;
import io.strongroom.policy.SmsRules;
import io.strongroom.policy.store.PolicyStore;
import java.time.Clock;
import org.keycloak.authentication.RequiredActionContext;

/** {@code sms-otp-enrol}: a user sets up a number for themselves, asked by an application or the account console. */
final class SmsEnrolAction extends EnrolAction {

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
        apply(context, enrolment(submitted(context), isInitiated(context)).process());
    }

    private SmsEnrolment enrolment(LoginStep step, boolean initiated) {
        SmsRules rules = new PolicyStore(step.session(), step.realm()).tenant().sms();
        return new SmsEnrolment(step, rules, null, initiated, clock);
    }

    private static void apply(RequiredActionContext context, Outcome outcome) {
        if (outcome instanceof Outcome.Show show) {
            context.challenge(show.page());
        } else if (outcome instanceof Outcome.Failed failed) {
            context.challenge(failed.page());
        } else if (outcome instanceof Outcome.Passed passed) {
            OtherSessions.endIfWanted(context);
            new PassedFactors(context.getSession(), context.getAuthenticationSession(), context.getUser())
                    .add(passed.factor());
            context.success();
        }
    }
}
