package io.strongroom.factor.backupcode;

import io.strongroom.factor.EntryOutcome;
import io.strongroom.factor.EventDetails;
import io.strongroom.factor.FactorChallenge;
import io.strongroom.factor.FactorEntries;
import io.strongroom.factor.LockedPage;
import io.strongroom.factor.LoginStep;
import io.strongroom.factor.PassedFactor;
import io.strongroom.factor.StepResult;
import io.strongroom.throttle.EntryLimits;
import io.strongroom.throttle.LimitResult;
import io.strongroom.throttle.Remaining;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.Optional;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.utils.FormMessage;

/** Asks for a backup code. A correct code is used up immediately, even if the user doesn't complete the login. */
public final class BackupCodeChallenge implements FactorChallenge {

    private static final String FIELD = "backupCode";

    private final LoginStep step;
    private final BackupCodes codes;
    private final EntryLimits entries;
    private final Clock clock;

    public BackupCodeChallenge(LoginStep step, Clock clock) {
        this.step = step;
        this.clock = clock;
        this.codes = new BackupCodes(step.context(clock));
        this.entries = FactorEntries.of(step, clock)
                .of(BackupCodes.TYPE, codes.credentialId().orElse(""));
    }

    /** Returns whether this set of codes is locked until an administrator unlocks it. */
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
        StepResult outcome = check();
        EntryOutcome.of(outcome).count(BackupCodes.TYPE);
        return outcome;
    }

    private StepResult check() {
        Optional<BackupCode> code = step.input().field(FIELD).flatMap(BackupCode::parse);
        if (code.isEmpty()) {
            return new StepResult.Show(error("strongroomBackupMissing"));
        }
        LimitResult limit = entries.take();
        if (limit instanceof LimitResult.Wait wait) {
            return new StepResult.Show(error("strongroomEntryWait", Remaining.seconds(wait.remaining())));
        }
        if (!(limit instanceof LimitResult.Granted)) {
            return new StepResult.Show(lockedPage());
        }
        return codes.use(code.get()).map(this::passed).orElseGet(this::wrong);
    }

    private StepResult wrong() {
        if (entries.wrong()) {
            FactorEntries.of(step, clock)
                    .emitLocked(BackupCodes.TYPE, step.event().clone());
            return new StepResult.Failed(BackupCodes.TYPE, lockedPage());
        }
        return new StepResult.Failed(BackupCodes.TYPE, error("strongroomBackupWrong"));
    }

    private Response lockedPage() {
        return LockedPage.of(step, BackupCodes.TYPE, "strongroomBackupLocked");
    }

    private StepResult passed(BackupCodes.Used used) {
        entries.accepted();
        step.event().detail(EventDetails.BACKUP_CODES_LEFT, Integer.toString(used.left()));
        BackupCodeEvents.of(step, BackupCodeEvents.USED, used.left()).success();
        return new StepResult.Passed(PassedFactor.in(step, BackupCodes.TYPE, used.credentialId(), clock.millis()));
    }

    private Response error(String key, Object... parameters) {
        return page(step.page().addError(new FormMessage(FIELD, key, parameters)));
    }

    private static Response page(LoginFormsProvider form) {
        return form.createForm("strongroom-backup-code.ftl");
    }
}
