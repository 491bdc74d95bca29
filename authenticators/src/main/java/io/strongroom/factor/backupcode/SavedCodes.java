package io.strongroom.factor.backupcode;

import io.strongroom.factor.FactorChallenge;
import io.strongroom.factor.LoginStep;
import java.time.Clock;
import java.util.Optional;

/** The codes that a user has saved: Strongroom's backup codes or, for users without them, Keycloak's recovery codes. */
public final class SavedCodes {

    private final LoginStep step;
    private final BackupCodes backupCodes;
    private final RecoveryCodes recoveryCodes;
    private final Clock clock;

    public SavedCodes(LoginStep step, Clock clock) {
        this.step = step;
        this.clock = clock;
        this.backupCodes = new BackupCodes(step.context(clock));
        this.recoveryCodes = new RecoveryCodes(step.context(clock));
    }

    /** Returns whether the user has an unused code of either kind. */
    public boolean isOffered() {
        return backupCodes.left() > 0 || recoveryCodes.next().isPresent();
    }

    /** Returns the challenge for one of the two kinds, never both. */
    public Optional<FactorChallenge> challenge() {
        return backupCodes.left() > 0 || recoveryCodes.next().isEmpty()
                ? Optional.of(new BackupCodeChallenge(step, clock))
                : Optional.of(new RecoveryCodeChallenge(step, recoveryCodes, clock));
    }
}
