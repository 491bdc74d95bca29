package io.strongroom.factor.backupcode;

import io.strongroom.factor.EnrolAction;
import io.strongroom.factor.LoginStep;
import io.strongroom.factor.OtherSessions;
import io.strongroom.policy.store.PolicyStore;
import java.time.Clock;
import java.util.Optional;
import org.keycloak.authentication.RequiredActionContext;

/**
 * Required action {@code backup-codes-enrol}, which gives a user a set of backup codes at login or from the account
 * console.
 */
final class BackupCodesEnrolAction extends EnrolAction {

    private final Clock clock;

    BackupCodesEnrolAction(Clock clock) {
        super(BackupCodesEnrolActionFactory.ID);
        this.clock = clock;
    }

    @Override
    public void requiredActionChallenge(RequiredActionContext context) {
        enrolment(shown(context), isInitiated(context))
                .ifPresentOrElse(enrolment -> context.challenge(enrolment.show()), context::success);
    }

    @Override
    public void processAction(RequiredActionContext context) {
        guardFirst(context).ifPresentOrElse(context::challenge, () -> process(context));
    }

    private void process(RequiredActionContext context) {
        enrolment(submitted(context), isInitiated(context))
                .flatMap(BackupCodesEnrolment::process)
                .ifPresentOrElse(context::challenge, () -> done(context));
    }

    private static void done(RequiredActionContext context) {
        OtherSessions.endIfRequested(context);
        context.success();
    }

    /** Returns the enrolment; empty if the tenant issues no codes. */
    private Optional<BackupCodesEnrolment> enrolment(LoginStep step, boolean initiated) {
        int count = new PolicyStore(step.session(), step.realm()).tenant().backupCodes();
        return count == 0 ? Optional.empty() : Optional.of(new BackupCodesEnrolment(step, count, initiated, clock));
    }
}
