package io.strongroom.factor.sms;

import io.strongroom.factor.LoginStep;
import io.strongroom.factor.LoginStep.Input;
import io.strongroom.factor.Outcome;
import io.strongroom.factor.PassedFactors;
import io.strongroom.policy.store.PolicyStore;
import java.time.Clock;
import org.keycloak.authentication.InitiatedActionSupport;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.authentication.RequiredActionProvider;
import org.keycloak.models.Constants;

/** {@code sms-otp-enrol}: a user sets up a number for themselves, asked by an application or the account console. */
final class SmsEnrolAction implements RequiredActionProvider {

    private final Clock clock;

    SmsEnrolAction(Clock clock) {
        this.clock = clock;
    }

    /** Anything less, and asking for it by {@code kc_action} would make Keycloak ignore it where it is required. */
    @Override
    public InitiatedActionSupport initiatedActionSupport() {
        return InitiatedActionSupport.SUPPORTED;
    }

    /** The guard alone decides who has to set up what. */
    @Override
    public void evaluateTriggers(RequiredActionContext context) {}

    @Override
    public void requiredActionChallenge(RequiredActionContext context) {
        apply(context, enrolment(context, Input.none()).show());
    }

    @Override
    public void processAction(RequiredActionContext context) {
        Input input = new Input(context.getHttpRequest().getDecodedFormParameters());
        apply(context, enrolment(context, input).process());
    }

    private SmsEnrolment enrolment(RequiredActionContext context, Input input) {
        PolicyStore policies = new PolicyStore(context.getSession(), context.getRealm());
        boolean initiated = SmsEnrolActionFactory.ID.equals(
                context.getAuthenticationSession().getClientNote(Constants.KC_ACTION));
        return new SmsEnrolment(LoginStep.of(context, input), policies.tenant().sms(), null, initiated, clock);
    }

    private static void apply(RequiredActionContext context, Outcome outcome) {
        if (outcome instanceof Outcome.Show show) {
            context.challenge(show.page());
        } else if (outcome instanceof Outcome.Failed failed) {
            context.challenge(failed.page());
        } else if (outcome instanceof Outcome.Passed passed) {
            new PassedFactors(context.getSession(), context.getAuthenticationSession(), context.getUser())
                    .add(passed.factor());
            context.success();
        }
    }

    @Override
    public void close() {}
}
