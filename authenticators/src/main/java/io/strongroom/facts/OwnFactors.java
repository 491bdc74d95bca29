package io.strongroom.facts;

import io.strongroom.policy.Method;
import io.strongroom.policy.SelfService;
import io.strongroom.policy.SelfService.Hindrance;
import io.strongroom.policy.store.PolicyStore;
import java.time.Clock;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** What the consoles may offer a user to do about their own factors. */
public final class OwnFactors {

    private final KeycloakSession session;
    private final RealmModel realm;

    public OwnFactors(KeycloakSession session) {
        this.session = session;
        this.realm = session.getContext().getRealm();
    }

    /** Whether Strongroom has a say in this realm at all. */
    public boolean isGuarded() {
        return realm.getRequiredActionProviderByAlias("second-factor") != null;
    }

    public boolean maySetUp(Method method) {
        return SelfService.maySetUp(new PolicyStore(session, realm).tenant(), method);
    }

    /** What keeps a user from removing their own factors, if anything. */
    public Optional<Hindrance> hindrance(UserModel user) {
        return SelfService.hindrance(new FactsGatherer(session, realm, user, Clock.systemUTC()).ofUser());
    }
}
