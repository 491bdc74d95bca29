package io.strongroom.facts;

import io.strongroom.context.UserContext;
import io.strongroom.factor.EnrolAction;
import io.strongroom.policy.Method;
import io.strongroom.policy.PolicyEvaluator;
import io.strongroom.policy.SelfService;
import io.strongroom.policy.SelfService.Hindrance;
import io.strongroom.policy.TenantPolicy;
import io.strongroom.policy.store.PolicyStore;
import java.time.Clock;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/** Checks which changes users may make to their own factors. */
public final class OwnFactors {

    /** Id of the guard's required action, which is registered in every realm with a policy. */
    public static final String GUARD_ID = EnrolAction.GUARD_ID;

    private final KeycloakSession session;
    private final RealmModel realm;

    public OwnFactors(KeycloakSession session) {
        this.session = session;
        this.realm = session.getContext().getRealm();
    }

    /** Checks whether the guard is registered in this realm. */
    public boolean isGuarded() {
        return isGuarded(realm);
    }

    public static boolean isGuarded(RealmModel realm) {
        return realm.getRequiredActionProviderByAlias(GUARD_ID) != null;
    }

    /** Checks whether the tenant allows users to manage their own factors. */
    public boolean isSelfService() {
        return new PolicyStore(session, realm).tenant().selfService();
    }

    /**
     * Checks whether the user's tenants accept this method, apart from data rooms.
     *
     * @param user null if Keycloak only wants to name the credential type on a login page
     */
    public boolean accepts(Method method, UserModel user) {
        return tenantOf(user).accepts(method);
    }

    public boolean maySetUp(Method method, UserModel user) {
        return SelfService.maySetUp(tenantOf(user), method);
    }

    private TenantPolicy tenantOf(UserModel user) {
        PolicyStore policies = new PolicyStore(session, realm);
        return user == null ? policies.tenant() : policies.appliedTo(user).policy();
    }

    /** Returns the reason why a user may not remove their own factors; empty if they may. */
    public Optional<Hindrance> hindrance(UserModel user) {
        return SelfService.hindrance(facts(user).ofUser());
    }

    /**
     * Checks whether a request that can't show a challenge may change a user's factors. If the user has a factor,
     * they must have passed one in the request's session (security 20).
     */
    public boolean mayChangeWithoutChallenge(UserModel user) {
        return !isGuarded()
                || Optional.ofNullable(session.getContext().getUserSession())
                        .filter(from -> user.getId().equals(from.getUser().getId()))
                        .filter(from ->
                                PolicyEvaluator.hasNothingToPass(facts(user).of(from)))
                        .isPresent();
    }

    /**
     * Checks whether a flow may remove or replace a user's factors at this point in a login. Users must pass a factor
     * before changing any. Users to whom no rule can apply are not restricted.
     */
    public boolean mayChange(UserModel user, AuthenticationSessionModel login) {
        FactsGatherer facts = facts(user);
        return !isGuarded() || !facts.isProtected() || PolicyEvaluator.hasNothingToPass(facts.inFull(login));
    }

    private FactsGatherer facts(UserModel user) {
        return new FactsGatherer(new UserContext(session, realm, user, Clock.systemUTC()));
    }
}
