package io.strongroom.context;

import io.strongroom.policy.TenantPolicy;
import io.strongroom.policy.store.PolicyStore;
import java.time.Clock;
import java.time.Instant;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/**
 * The user to whom a request applies, with the session, the realm and the clock needed to handle it.
 *
 * @param realm the user's realm, which is also set in the session's context
 */
public record UserContext(KeycloakSession session, RealmModel realm, UserModel user, Clock clock) {

    /** Returns the context for a user in the session's realm. */
    public static UserContext of(KeycloakSession session, UserModel user, Clock clock) {
        return new UserContext(session, session.getContext().getRealm(), user, clock);
    }

    public static UserContext of(RequiredActionContext context, Clock clock) {
        return new UserContext(context.getSession(), context.getRealm(), context.getUser(), clock);
    }

    public static UserContext of(AuthenticationFlowContext context, Clock clock) {
        return new UserContext(context.getSession(), context.getRealm(), context.getUser(), clock);
    }

    public Instant now() {
        return clock.instant();
    }

    public PolicyStore policies() {
        return new PolicyStore(session, realm);
    }

    /** Returns the policy that applies to the user: the strictest of the realm's and the user's organizations'. */
    public TenantPolicy tenant() {
        return policies().appliedTo(user).policy();
    }
}
