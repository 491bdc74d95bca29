package io.strongroom.factor.totp;

import io.strongroom.factor.EnteredDigits;
import io.strongroom.factor.EntryOutcome;
import io.strongroom.factor.LockedPage;
import io.strongroom.factor.LoginStep;
import io.strongroom.factor.PassedFactor;
import io.strongroom.factor.StepResult;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.UserCredentialModel;
import org.keycloak.models.credential.OTPCredentialModel;
import org.keycloak.models.utils.FormMessage;

/** Asks for a code of an authenticator app. Keycloak verifies it, and refuses one that was used before. */
public final class TotpChallenge {

    /** Note of an input whose outcome the caller counts. */
    public static final String COUNTED = "strongroom.counted";

    private static final String FIELD = "code";

    private final LoginStep step;
    private final List<String> credentialIds;
    private final TotpThrottle throttle;
    private final Clock clock;

    /** @param credentialIds the apps whose codes are accepted */
    public TotpChallenge(LoginStep step, List<String> credentialIds, Clock clock) {
        this.step = step;
        this.credentialIds = credentialIds;
        this.clock = clock;
        this.throttle = new TotpThrottle(step.session(), step.realm(), step.user(), clock);
    }

    /** Whether an administrator has to act before any of these apps can be used again. */
    public boolean isLocked() {
        return unlocked().isEmpty();
    }

    public StepResult show() {
        return new StepResult.Show(isLocked() ? lockedPage() : page(step.page()));
    }

    public StepResult process() {
        StepResult outcome = check();
        EntryOutcome.of(outcome).count(OTPCredentialModel.TYPE);
        return outcome;
    }

    private StepResult check() {
        String code = EnteredDigits.of(step.input().field(FIELD).orElse(""));
        if (!code.matches("\\d{6,8}")) {
            return new StepResult.Show(error("strongroomTotpMissing"));
        }
        List<String> unlocked = unlocked();
        if (unlocked.isEmpty()) {
            return new StepResult.Show(lockedPage());
        }
        List<String> open = unlocked.stream()
                .filter(id -> throttle.of(id).remaining().isZero())
                .toList();
        if (open.isEmpty()) {
            long seconds = unlocked.stream()
                    .mapToLong(id -> throttle.of(id).remaining().toSeconds())
                    .min()
                    .orElse(1);
            return new StepResult.Show(error("strongroomEntryWait", Math.max(1, seconds)));
        }
        return open.stream()
                .filter(id -> isValid(id, code))
                .findFirst()
                .<StepResult>map(id -> passed(id, open))
                .orElseGet(() -> new StepResult.Failed(
                        OTPCredentialModel.TYPE, isLocked() ? lockedPage() : error("strongroomTotpWrong")));
    }

    /** A code of the second app was a wrong one for the first, which is no reason to wait. */
    private StepResult passed(String credentialId, List<String> tried) {
        tried.forEach(id -> throttle.of(id).right());
        return new StepResult.Passed(PassedFactor.in(step, OTPCredentialModel.TYPE, credentialId, clock.millis()));
    }

    private List<String> unlocked() {
        return credentialIds.stream().filter(id -> !throttle.of(id).isLocked()).toList();
    }

    private boolean isValid(String credentialId, String code) {
        UserCredentialModel entry = new UserCredentialModel(credentialId, OTPCredentialModel.TYPE, code);
        entry.setNote(COUNTED, true); // it may be tried with each of several apps, and is one entry
        return step.user().credentialManager().isValid(entry);
    }

    private Response lockedPage() {
        return LockedPage.of(step, OTPCredentialModel.TYPE, "strongroomTotpLocked");
    }

    private Response error(String key, Object... parameters) {
        return page(step.page().addError(new FormMessage(FIELD, key, parameters)));
    }

    private static Response page(LoginFormsProvider form) {
        return form.createForm("strongroom-totp.ftl");
    }
}
