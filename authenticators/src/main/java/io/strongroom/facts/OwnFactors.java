package io.strongroom.facts;

import io.strongroom.policy.Method;
import io.strongroom.policy.PolicyEvaluator;
import io.strongroom.policy.SelfService;
import io.strongroom.policy.SelfService.Hindrance;
import io.strongroom.policy.store.PolicyStore;
import java.time.Clock;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/** What the consoles may offer a user to do about their own factors. */
public final class OwnFactors {

    /** The guard's required action, which stands in a realm while a policy does. */
    public static final String GUARD_ID = "second-factor";

    private final KeycloakSession session;
    private final RealmModel realm;

    public OwnFactors(KeycloakSession session) {
        this.session = session;
        this.realm = session.getContext().getRealm();
    }

    /** Whether Strongroom has a say in this realm at all. */
    public boolean isGuarded() {
        return isGuarded(realm);
    }

    public static boolean isGuarded(RealmModel realm) {
        return realm.getRequiredActionProviderByAlias(GUARD_ID) != null;
    }

    /** Whether users see to their factors by themselves. */
    public boolean isSelfService() {
        return new PolicyStore(session, realm).tenant().selfService();
    }

    public boolean maySetUp(Method method) {
        return SelfService.maySetUp(new PolicyStore(session, realm).tenant(), method);
    }

    /** What keeps a user from removing their own factors, if anything. */
    public Optional<Hindrance> hindrance(UserModel user) {
        return SelfService.hindrance(facts(user).ofUser());
    }

    /**
     * Whether a request may change a user's factors although it cannot ask for one: where they have some, the session it comes
     * from must have passed one (security figure 20).
     */
    public boolean mayChangeUnasked(UserModel user) {
        return !isGuarded()
                || Optional.ofNullable(session.getContext().getUserSession())
                        .filter(from -> user.getId().equals(from.getUser().getId()))
                        .filter(from ->
                                PolicyEvaluator.hasNothingToPass(facts(user).of(from)))
                        .isPresent();
    }

    /**
     * Whether a flow may remove or replace a user's factors at this point of a login: what protects an account is passed before it is
     * changed. Those whom no rule asks, whatever they log in to, are not our matter.
     */
    public boolean mayChange(UserModel user, AuthenticationSessionModel login) {
        FactsGatherer facts = facts(user);
        return !isGuarded() || !facts.isProtected() || PolicyEvaluator.hasNothingToPass(facts.inFull(login));
    }

    private FactsGatherer facts(UserModel user) {
        return new FactsGatherer(session, realm, user, Clock.systemUTC());
    }
}
