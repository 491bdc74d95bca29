package io.strongroom.factor.backupcode;

import io.strongroom.factor.FactorChallenge;
import io.strongroom.factor.FactorEntries;
import io.strongroom.factor.LockedPage;
import io.strongroom.factor.LoginStep;
import io.strongroom.factor.PassedFactor;
import io.strongroom.factor.StepResult;
import io.strongroom.factor.backupcode.RecoveryCodes.Next;
import io.strongroom.throttle.EntryLimits;
import io.strongroom.throttle.Remaining;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.UserCredentialModel;
import org.keycloak.models.utils.FormMessage;

/**
 * Asks for the next of the user's Keycloak recovery codes. Keycloak's provider verifies it; Strongroom's version of that
 * provider counts the entry and uses up the code.
 */
final class RecoveryCodeChallenge implements FactorChallenge {

    private static final String FIELD = "backupCode";

    private final LoginStep step;
    private final RecoveryCodes codes;
    private final EntryLimits entries;
    private final Clock clock;

    RecoveryCodeChallenge(LoginStep step, RecoveryCodes codes, Clock clock) {
        this.step = step;
        this.codes = codes;
        this.clock = clock;
        this.entries = FactorEntries.of(step, clock)
                .of(RecoveryCodes.TYPE, codes.next().map(Next::credentialId).orElse(""));
    }

    @Override
    public boolean isLocked() {
        return entries.isLocked();
    }

    @Override
    public StepResult show() {
        return new StepResult.Show(isLocked() ? lockedPage() : page(step.page()));
    }

    @Override
    public StepResult process() {
        String entered = step.input().field(FIELD).orElse("").replaceAll("[\\s-]", "");
        Optional<Next> next = codes.next();
        if (entered.isEmpty() || next.isEmpty()) {
            return new StepResult.Show(errorWithNumber("strongroomRecoveryMissing"));
        }
        if (isLocked()) {
            return new StepResult.Show(lockedPage());
        }
        Duration wait = entries.remaining();
        if (!wait.isZero()) {
            return new StepResult.Show(error("strongroomEntryWait", Remaining.seconds(wait)));
        }
        boolean isValid =
                step.user().credentialManager().isValid(UserCredentialModel.buildFromBackupAuthnCode(entered));
        return isValid ? passed(next.get()) : wrong();
    }

    private StepResult passed(Next used) {
        return new StepResult.Passed(PassedFactor.in(step, RecoveryCodes.TYPE, used.credentialId(), clock.millis()));
    }

    private StepResult wrong() {
        return new StepResult.Failed(
                RecoveryCodes.TYPE, isLocked() ? lockedPage() : errorWithNumber("strongroomRecoveryWrong"));
    }

    private Response lockedPage() {
        return LockedPage.of(step, RecoveryCodes.TYPE, "strongroomBackupLocked");
    }

    private Response errorWithNumber(String key) {
        return error(key, codes.next().map(Next::number).orElse(1));
    }

    private Response error(String key, Object... parameters) {
        return page(step.page().addError(new FormMessage(FIELD, key, parameters)));
    }

    private Response page(LoginFormsProvider form) {
        codes.next().ifPresent(code -> form.setAttribute("recoveryCodeNumber", code.number()));
        return form.createForm("strongroom-backup-code.ftl");
    }
}
