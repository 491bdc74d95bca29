package io.strongroom.guard;

import io.strongroom.log.Log;
import io.strongroom.policy.store.PolicyStore;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * Registers the guard in realms that have a policy and unregisters it in all others. Realms without a policy
 * therefore have no overhead, and their logins don't reference a missing action after the jar is removed.
 */
final class GuardRegistration {

    private static final Log LOG = Log.of(GuardRegistration.class);

    private final RealmModel realm;
    private final PolicyStore policies;
    private final GuardActions actions;
    private final AccountConsoleFlow consoleFlow;

    GuardRegistration(KeycloakSession session, RealmModel realm) {
        this.realm = realm;
        this.policies = new PolicyStore(session, realm);
        this.actions = new GuardActions(session, realm);
        this.consoleFlow = new AccountConsoleFlow(session, realm);
    }

    /** Registers the guard if the realm has a policy, otherwise unregisters it. Idempotent. */
    void sync() {
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
        consoleFlow.addOrUpgrade(policies);
    }

    /**
     * Removes the account console flow if the realm has no policy. Needs a separate transaction: removing a flow that
     * is in use fails, and that must not undo the unregistration.
     */
    void removeUnusedFlow() {
        if (!policies.anyPolicy()) {
            consoleFlow.remove();
        }
    }
}
