package io.strongroom.factor.totp;

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
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.OTPCredentialModel;

/** Lets a user set up an authenticator app at login, through Keycloak's own action, which the guard encloses. */
public final class TotpEnrolment {

    private final RequiredActionContext context;
    private final RequiredActionFactory guard;
    private final Clock clock;

    public TotpEnrolment(RequiredActionContext context, RequiredActionFactory guard, Clock clock) {
        this.context = context;
        this.guard = guard;
        this.clock = clock;
    }

    public Outcome show() {
        RequiredActionContextResult inner = inner();
        keycloaksAction().requiredActionChallenge(inner);
        return new Outcome.Show(inner.getChallenge());
    }

    public Outcome process() {
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
                .<Outcome>map(id -> new Outcome.Passed(
                        new PassedFactor(context.getUser().getId(), OTPCredentialModel.TYPE, id, clock.millis())))
                .orElseGet(this::show);
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
