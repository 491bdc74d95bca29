package io.strongroom.factor.totp;

import io.strongroom.factor.LoginStep;
import io.strongroom.factor.Outcome;
import io.strongroom.factor.PassedFactor;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.UserCredentialModel;
import org.keycloak.models.credential.OTPCredentialModel;
import org.keycloak.models.utils.FormMessage;

/** Asks for a code of an authenticator app. Keycloak verifies it, and refuses one that was used before. */
public final class TotpChallenge {

    private static final String FIELD = "code";

    private final LoginStep step;
    private final List<String> credentialIds;
    private final Clock clock;

    /** @param credentialIds the apps whose codes are accepted */
    public TotpChallenge(LoginStep step, List<String> credentialIds, Clock clock) {
        this.step = step;
        this.credentialIds = credentialIds;
        this.clock = clock;
    }

    public Outcome show() {
        return new Outcome.Show(page(step.page()));
    }

    public Outcome process() {
        String code = step.input().field(FIELD).orElse("").replaceAll("\\s", "");
        if (!code.matches("\\d{6,8}")) {
            return new Outcome.Show(error("strongroomTotpMissing"));
        }
        TotpThrottle throttle = new TotpThrottle(step.session(), step.realm(), clock);
        List<String> open = credentialIds.stream()
                .filter(id -> throttle.remaining(id).isZero())
                .toList();
        if (open.isEmpty()) {
            long seconds = credentialIds.stream()
                    .mapToLong(id -> throttle.remaining(id).toSeconds())
                    .min()
                    .orElse(1);
            return new Outcome.Show(error("strongroomEntryWait", Math.max(1, seconds)));
        }
        return open.stream()
                .filter(id -> isValid(id, code))
                .findFirst()
                .<Outcome>map(
                        id -> new Outcome.Passed(PassedFactor.in(step, OTPCredentialModel.TYPE, id, clock.millis())))
                .orElseGet(() -> new Outcome.Failed(OTPCredentialModel.TYPE, error("strongroomTotpWrong")));
    }

    private boolean isValid(String credentialId, String code) {
        return step.user()
                .credentialManager()
                .isValid(new UserCredentialModel(credentialId, OTPCredentialModel.TYPE, code));
    }

    private Response error(String key, Object... parameters) {
        return page(step.page().addError(new FormMessage(FIELD, key, parameters)));
    }

    private static Response page(LoginFormsProvider form) {
        return form.createForm("strongroom-totp.ftl");
    }
}
