package io.strongroom.flow;

import io.strongroom.context.UserContext;
import io.strongroom.factor.browser.RememberedBrowsers;
import java.time.Clock;
import java.util.List;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.credential.CredentialModel;

/**
 * Condition {@code new-browser-condition}, which matches unless the browser is remembered for the user with their
 * current factors.
 */
final class NewBrowserCondition implements UserCondition {

    private final Clock clock;

    NewBrowserCondition(Clock clock) {
        this.clock = clock;
    }

    @Override
    public boolean matchCondition(AuthenticationFlowContext context) {
        UserContext user = UserContext.of(context, clock);
        List<CredentialModel> credentials =
                user.user().credentialManager().getStoredCredentialsStream().toList();
        return !new RememberedBrowsers(user).knows(credentials, user.tenant().rememberBrowserDays());
    }
}
