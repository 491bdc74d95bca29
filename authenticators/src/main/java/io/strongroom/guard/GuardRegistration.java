package io.strongroom.guard;

import io.strongroom.log.Log;
import io.strongroom.policy.store.PolicyStore;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * Registers the guard in a realm that has a policy and unregisters it in a realm that has none. A realm without a policy pays nothing,
 * and the jar can be removed without leaving a login that misses its action.
 */
final class GuardRegistration {

    private static final Log LOG = Log.of(GuardRegistration.class);

    private final RealmModel realm;
    private final PolicyStore policies;
    private final GuardActions actions;
    private final AccountConsoleFlow flow;

    GuardRegistration(KeycloakSession session, RealmModel realm) {
        this.realm = realm;
        this.policies = new PolicyStore(session, realm);
        this.actions = new GuardActions(session, realm);
        this.flow = new AccountConsoleFlow(session, realm);
    }

    /** Registers the guard if the realm has a policy, else unregisters it. Idempotent. */
    void align() {
        if (policies.anyPolicy()) {
            register();
        } else {
            actions.unregister();
        }
    }

    /** Registers the guard if the realm has a policy. Idempotent. */
    void registerIfNeeded() {
        if (policies.anyPolicy()) {
            register();
        }
    }

    private void register() {
        policies.tenant().problems().forEach(problem -> LOG.warnf("realm %s: %s", realm.getName(), problem.sentence()));
        actions.register();
        flow.put();
    }

    /** Removes the flow if the realm has no policy. In a transaction of its own: a flow in use stays. */
    void cleanUp() {
        if (!policies.anyPolicy()) {
            flow.remove();
        }
    }
}
