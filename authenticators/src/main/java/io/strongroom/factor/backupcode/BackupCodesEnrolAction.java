package io.strongroom.factor.backupcode;

import io.strongroom.factor.LoginStep;
import io.strongroom.factor.LoginStep.Input;
import io.strongroom.policy.store.PolicyStore;
import java.time.Clock;
import java.util.Optional;
import org.keycloak.authentication.InitiatedActionSupport;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.authentication.RequiredActionProvider;
import org.keycloak.models.Constants;

/** {@code backup-codes-enrol}: a user gets a set of codes, at login or asked by the account console. */
final class BackupCodesEnrolAction implements RequiredActionProvider {

    private final Clock clock;

    BackupCodesEnrolAction(Clock clock) {
        this.clock = clock;
    }

    /** Anything less, and asking for it by {@code kc_action} would make Keycloak ignore it where it is required. */
    @Override
    public InitiatedActionSupport initiatedActionSupport() {
        return InitiatedActionSupport.SUPPORTED;
    }

    /** The guard alone decides who gets codes. */
    @Override
    public void evaluateTriggers(RequiredActionContext context) {}

    @Override
    public void requiredActionChallenge(RequiredActionContext context) {
        enrolment(context, Input.none())
                .ifPresentOrElse(enrolment -> context.challenge(enrolment.show()), context::success);
    }

    @Override
    public void processAction(RequiredActionContext context) {
        Input input = new Input(context.getHttpRequest().getDecodedFormParameters());
        enrolment(context, input)
                .flatMap(BackupCodesEnrolment::process)
                .ifPresentOrElse(context::challenge, context::success);
    }

    /** Empty where the tenant gives no codes. */
    private Optional<BackupCodesEnrolment> enrolment(RequiredActionContext context, Input input) {
        int count = new PolicyStore(context.getSession(), context.getRealm())
                .tenant()
                .backupCodes();
        boolean initiated = BackupCodesEnrolActionFactory.ID.equals(
                context.getAuthenticationSession().getClientNote(Constants.KC_ACTION));
        return count == 0
                ? Optional.empty()
                : Optional.of(new BackupCodesEnrolment(LoginStep.of(context, input), count, initiated, clock));
    }

    @Override
    public void close() {}
}
