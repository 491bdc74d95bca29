package io.strongroom.flow;

import io.strongroom.context.UserContext;
import io.strongroom.factor.browser.RememberedBrowsers;
import io.strongroom.policy.TenantPolicy;
import io.strongroom.policy.store.PolicyStore;
import java.time.Clock;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.models.UserModel;

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
        TenantPolicy tenant = new PolicyStore(context.getSession(), context.getRealm()).tenant();
        UserModel user = context.getUser();
        return !new RememberedBrowsers(new UserContext(context.getSession(), context.getRealm(), user, clock))
                .knows(user.credentialManager().getStoredCredentialsStream().toList(), tenant.rememberBrowserDays());
    }
}
