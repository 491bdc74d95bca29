package io.strongroom.factor.totp;

import io.strongroom.factor.LoginStep;
import io.strongroom.factor.Outcome;
import io.strongroom.factor.PassedFactor;
import java.time.Clock;
import java.util.Set;
import java.util.stream.Collectors;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.authentication.RequiredActionContextResult;
import org.keycloak.authentication.RequiredActionFactory;
import org.keycloak.authentication.RequiredActionProvider;
import org.keycloak.credential.CredentialModel;
import org.keycloak.models.Constants;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.OTPCredentialModel;

/** Lets a user set up an authenticator app at login, through Keycloak's own action, which the guard encloses. */
public final class TotpEnrolment {

    private static final int LONGEST_LABEL = 255;

    private final RequiredActionContext context;
    private final LoginStep step;
    private final RequiredActionFactory guard;
    private final Clock clock;

    public TotpEnrolment(RequiredActionContext context, LoginStep step, RequiredActionFactory guard, Clock clock) {
        this.context = context;
        this.step = step;
        this.guard = guard;
        this.clock = clock;
    }

    public Outcome show() {
        RequiredActionContextResult inner = inner();
        keycloaksAction().requiredActionChallenge(inner);
        return new Outcome.Show(inner.getChallenge());
    }

    public Outcome process() {
        if (!isFormOurs()) {
            return show();
        }
        Set<String> before = credentials();
        RequiredActionContextResult inner = inner();
        keycloaksAction().processAction(inner);
        if (inner.getStatus() != RequiredActionContext.Status.SUCCESS) {
            return inner.getChallenge() == null ? show() : new Outcome.Show(inner.getChallenge());
        }
        inner.getEvent().clone().success();
        return credentials().stream()
                .filter(id -> !before.contains(id))
                .findFirst()
                .<Outcome>map(
                        id -> new Outcome.Passed(PassedFactor.in(step, OTPCredentialModel.TYPE, id, clock.millis())))
                .orElseGet(this::show);
    }

    /** The secret must be the one that was shown (Keycloak takes it from the form), and the label one that can be stored. */
    private boolean isFormOurs() {
        String shown = step.login().getAuthNote(Constants.TOTP_SECRET_KEY);
        return shown != null
                && shown.equals(step.input().field("totpSecret").orElse(""))
                && step.input().field("userLabel").orElse("").length() <= LONGEST_LABEL;
    }

    /** A context whose pages post to the guard, and whose outcome is not yet the guard's. */
    private RequiredActionContextResult inner() {
        return new RequiredActionContextResult(
                context.getAuthenticationSession(),
                context.getRealm(),
                context.getEvent().clone(),
                context.getSession(),
                context.getHttpRequest(),
                context.getUser(),
                guard);
    }

    private RequiredActionProvider keycloaksAction() {
        return context.getSession()
                .getProvider(RequiredActionProvider.class, UserModel.RequiredAction.CONFIGURE_TOTP.name());
    }

    private Set<String> credentials() {
        return context.getUser()
                .credentialManager()
                .getStoredCredentialsByTypeStream(OTPCredentialModel.TYPE)
                .map(CredentialModel::getId)
                .collect(Collectors.toSet());
    }
}
