package io.strongroom.guard;

import io.strongroom.context.UserContext;
import io.strongroom.factor.NewFactor;
import io.strongroom.factor.PassedFactor;
import io.strongroom.factor.PassedFactors;
import io.strongroom.factor.backupcode.BackupCodes;
import io.strongroom.factor.backupcode.BackupCodesEnrolActionFactory;
import io.strongroom.factor.backupcode.RecoveryCodes;
import io.strongroom.policy.Facts;
import io.strongroom.policy.PolicyEvaluator;
import java.time.Clock;
import java.util.Set;
import java.util.function.Predicate;
import org.keycloak.authentication.AuthenticationProcessor;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.sessions.AuthenticationSessionModel;

/** Offers backup codes after a user has set up a factor, and new ones when few codes are left. */
final class BackupCodesOffer {

    private static final Set<String> CODES = Set.of(BackupCodes.TYPE, RecoveryCodes.TYPE);

    private final UserContext user;
    private final AuthenticationSessionModel login;
    private final BackupCodes codes;

    BackupCodesOffer(RequiredActionContext context, Clock clock) {
        this.user = UserContext.of(context, clock);
        this.login = context.getAuthenticationSession();
        this.codes = new BackupCodes(user);
    }

    /** Adds the required action that creates backup codes if the user needs them and a rule accepts them. */
    void addIfNeeded(Facts facts) {
        if (!PolicyEvaluator.acceptsBackupCodes(facts)) {
            return;
        }
        if (needsFirstSet() || isFirstSetUnsaved() || isRunningLow()) {
            login.addRequiredAction(BackupCodesEnrolActionFactory.ID);
        }
    }

    private boolean needsFirstSet() {
        return NewFactor.wasSetUp(login) && codes.needsSet(user.tenant());
    }

    /** Checks whether the user left the page without confirming that they had saved the codes. */
    private boolean isFirstSetUnsaved() {
        return isInBrowser() && codes.isUnsaved() && hasPassed(passed -> true);
    }

    /** Checks whether the login runs in a browser. The direct grant has no page on which to confirm the codes. */
    private boolean isInBrowser() {
        return login.getAuthNote(AuthenticationProcessor.CURRENT_FLOW_PATH) != null;
    }

    private boolean isRunningLow() {
        return hasPassed(passed -> CODES.contains(passed.type())) && codes.isRunningLow();
    }

    /**
     * Checks whether the user has passed a factor of this kind in this login. Factors passed in the session that
     * the login joins don't count.
     */
    private boolean hasPassed(Predicate<PassedFactor> kind) {
        return new PassedFactors(user, login)
                .all().stream()
                        .filter(passed -> login.getTabId().equals(passed.login()))
                        .anyMatch(kind);
    }
}
