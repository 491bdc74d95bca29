package io.strongroom.factor.totp;

import io.strongroom.factor.LoginStep;
import io.strongroom.factor.Outcome;
import io.strongroom.factor.PassedFactor;
import io.strongroom.state.KeycloakOneTimeStore;
import io.strongroom.throttle.EntryThrottle;
import io.strongroom.throttle.Pass;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.UserCredentialModel;
import org.keycloak.models.credential.OTPCredentialModel;
import org.keycloak.models.utils.FormMessage;

/** Asks for a code of an authenticator app. Keycloak verifies it, and refuses one that was used before. */
public final class TotpChallenge {

    private static final String FIELD = "code";

    private final LoginStep step;
    private final List<String> credentialIds;
    private final EntryThrottle entries;
    private final Clock clock;

    /** @param credentialIds the apps whose codes are accepted */
    public TotpChallenge(LoginStep step, List<String> credentialIds, Clock clock) {
        this.step = step;
        this.credentialIds = credentialIds;
        this.clock = clock;
        this.entries = new EntryThrottle(
                new KeycloakOneTimeStore(step.session()),
                clock,
                step.realm().getId(),
                step.user().getId(),
                OTPCredentialModel.TYPE);
    }

    public Outcome show() {
        return new Outcome.Show(page(step.page()));
    }

    public Outcome process() {
        String code = step.input().field(FIELD).orElse("").replaceAll("\\s", "");
        if (!code.matches("\\d{6,8}")) {
            return new Outcome.Show(error("strongroomTotpMissing"));
        }
        Pass pass = entries.take();
        if (pass instanceof Pass.Wait wait) {
            return new Outcome.Show(
                    error("strongroomEntryWait", Math.max(1, wait.remaining().toSeconds())));
        }
        if (!(pass instanceof Pass.Granted)) {
            return new Outcome.Show(error("strongroomLocked"));
        }
        Optional<String> right = credentialIds.stream()
                .filter(id -> step.user()
                        .credentialManager()
                        .isValid(new UserCredentialModel(id, OTPCredentialModel.TYPE, code)))
                .findFirst();
        if (right.isEmpty()) {
            return new Outcome.Failed(error("strongroomTotpWrong"));
        }
        entries.reset();
        return new Outcome.Passed(
                new PassedFactor(step.user().getId(), OTPCredentialModel.TYPE, right.get(), clock.millis()));
    }

    private Response error(String key, Object... parameters) {
        return page(step.page().addError(new FormMessage(FIELD, key, parameters)));
    }

    private static Response page(LoginFormsProvider form) {
        return form.createForm("strongroom-totp.ftl");
    }
}
