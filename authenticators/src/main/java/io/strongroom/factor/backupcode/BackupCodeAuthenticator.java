package io.strongroom.factor.backupcode;

import io.strongroom.context.UserContext;
import io.strongroom.factor.FactorAuthenticator;
import io.strongroom.factor.LoginStep;
import io.strongroom.factor.LoginStep.Input;
import java.time.Clock;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** Asks for a backup code in a custom authentication flow. */
final class BackupCodeAuthenticator extends FactorAuthenticator {

    private final Clock clock;

    BackupCodeAuthenticator(Clock clock) {
        super(BackupCodes.TYPE);
        this.clock = clock;
    }

    @Override
    public void authenticate(AuthenticationFlowContext context) {
        if (configuredFor(context.getSession(), context.getRealm(), context.getUser())) {
            apply(context, challenge(context, Input.none()).show());
        } else {
            notSetUp(context);
        }
    }

    @Override
    public void action(AuthenticationFlowContext context) {
        Input input = new Input(context.getHttpRequest().getDecodedFormParameters());
        apply(context, challenge(context, input).process());
    }

    private BackupCodeChallenge challenge(AuthenticationFlowContext context, Input input) {
        return new BackupCodeChallenge(LoginStep.of(context, input), clock);
    }

    /**
     * Reports the credential type of backup codes, because the login would count as one with Keycloak's TOTP if it
     * reported "otp".
     */
    @Override
    protected void passed(AuthenticationFlowContext context) {
        context.success(BackupCodes.TYPE);
    }

    @Override
    public boolean configuredFor(KeycloakSession session, RealmModel realm, UserModel user) {
        return new BackupCodes(new UserContext(session, realm, user, clock)).left() > 0;
    }
}
