package io.strongroom.account;

import com.google.auto.service.AutoService;
import io.strongroom.factor.EnrolAction;
import io.strongroom.factor.LoginStep;
import io.strongroom.factor.LoginStep.Input;
import io.strongroom.factor.StepResult;
import io.strongroom.factor.totp.TotpEnrolment;
import io.strongroom.facts.OwnFactors;
import java.time.Clock;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.authentication.RequiredActionFactory;
import org.keycloak.authentication.requiredactions.UpdateTotp;
import org.keycloak.models.Constants;

/**
 * Replaces Keycloak's {@code CONFIGURE_TOTP} required action. In realms with a policy, users set up an app on the
 * same page as in the guard. Other realms retain Keycloak's behaviour.
 */
@AutoService(RequiredActionFactory.class)
public final class GuardedTotpAction extends UpdateTotp {

    private final Clock clock = Clock.systemUTC();

    @Override
    public int order() {
        return 100;
    }

    @Override
    public void requiredActionChallenge(RequiredActionContext context) {
        if (isGuarded(context)) {
            apply(context, enrolment(context, Input.none()).show());
        } else {
            super.requiredActionChallenge(context);
        }
    }

    @Override
    public void processAction(RequiredActionContext context) {
        if (isGuarded(context)) {
            EnrolAction.guardFirst(context).ifPresentOrElse(context::challenge, () -> process(context));
        } else {
            super.processAction(context);
        }
    }

    private void process(RequiredActionContext context) {
        Input input = new Input(context.getHttpRequest().getDecodedFormParameters());
        apply(context, enrolment(context, input).process());
    }

    private static boolean isGuarded(RequiredActionContext context) {
        return new OwnFactors(context.getSession()).isGuarded();
    }

    private TotpEnrolment enrolment(RequiredActionContext context, Input input) {
        boolean initiated = getId().equals(
                                context.getAuthenticationSession().getClientNote(Constants.KC_ACTION_EXECUTING))
                && !"true".equals(context.getAuthenticationSession().getClientNote(Constants.KC_ACTION_ENFORCED));
        return new TotpEnrolment(context, LoginStep.of(context, input), initiated, clock);
    }

    private static void apply(RequiredActionContext context, StepResult result) {
        result.handle(context::challenge, failed -> context.challenge(failed.page()), factor -> context.success());
    }
}
