package io.strongroom.factor.totp;

import io.strongroom.factor.EnteredDigits;
import io.strongroom.factor.EntryOutcome;
import io.strongroom.factor.FactorChallenge;
import io.strongroom.factor.LockedPage;
import io.strongroom.factor.LoginStep;
import io.strongroom.factor.PassedFactor;
import io.strongroom.factor.StepResult;
import io.strongroom.throttle.Remaining;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.UserCredentialModel;
import org.keycloak.models.credential.OTPCredentialModel;
import org.keycloak.models.utils.FormMessage;

/** Asks for a code from an authenticator app. Keycloak verifies the code and rejects codes that were used before. */
public final class TotpChallenge implements FactorChallenge {

    /** Note on a credential input. If set, the caller counts the outcome in the metrics. */
    public static final String COUNTED = "strongroom.counted";

    private static final String FIELD = "code";

    private final LoginStep step;
    private final List<String> credentialIds;
    private final TotpThrottle throttle;
    private final Clock clock;

    /** @param credentialIds credential ids of the accepted apps */
    public TotpChallenge(LoginStep step, List<String> credentialIds, Clock clock) {
        this.step = step;
        this.credentialIds = credentialIds;
        this.clock = clock;
        this.throttle = new TotpThrottle(step.context(clock));
    }

    /** Returns whether all of these apps are locked until an administrator unlocks one. */
    @Override
    public boolean isLocked() {
        return unlocked().isEmpty();
    }

    @Override
    public StepResult show() {
        return new StepResult.Show(isLocked() ? lockedPage() : page(step.page()));
    }

    @Override
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
        Map<String, Duration> waits = unlocked.stream()
                .collect(Collectors.toMap(id -> id, id -> throttle.of(id).remaining()));
        List<String> ready =
                unlocked.stream().filter(id -> waits.get(id).isZero()).toList();
        if (ready.isEmpty()) {
            return new StepResult.Show(
                    error("strongroomEntryWait", Remaining.seconds(Collections.min(waits.values()))));
        }
        return ready.stream()
                .filter(id -> isValid(id, code))
                .findFirst()
                .<StepResult>map(id -> passed(id, ready))
                .orElseGet(() -> new StepResult.Failed(
                        OTPCredentialModel.TYPE, isLocked() ? lockedPage() : error("strongroomTotpWrong")));
    }

    /**
     * Completes the challenge. Resets the limits for all tried apps, because a code from the second app counted as
     * wrong for the first.
     */
    private StepResult passed(String credentialId, List<String> tried) {
        tried.forEach(id -> throttle.of(id).accepted());
        return new StepResult.Passed(PassedFactor.in(step, OTPCredentialModel.TYPE, credentialId, clock.millis()));
    }

    private List<String> unlocked() {
        return credentialIds.stream()
                .distinct()
                .filter(id -> !throttle.of(id).isLocked())
                .toList();
    }

    private boolean isValid(String credentialId, String code) {
        UserCredentialModel entry = new UserCredentialModel(credentialId, OTPCredentialModel.TYPE, code);
        entry.setNote(COUNTED, true); // one entry, even if it is checked against several apps
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
