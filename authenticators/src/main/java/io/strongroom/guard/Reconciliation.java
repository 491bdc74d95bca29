package io.strongroom.guard;

import io.strongroom.log.Log;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * Aligns a realm's guard with its policy, once per transaction. Registers the guard within that transaction, but
 * removes it only after the commit, based on the committed state, so that concurrent changes by two administrators
 * don't remove a guard that one of them needs.
 */
final class Reconciliation {

    private static final Log LOG = Log.of(Reconciliation.class);

    private Reconciliation() {}

    /**
     * Schedules the alignment of a realm within this transaction.
     *
     * @param realmId id of the realm; null is ignored
     */
    static void schedule(KeycloakSession session, String realmId) {
        if (realmId == null) {
            return;
        }
        KeycloakSessionFactory sessions = session.getKeycloakSessionFactory();
        new OncePerTransaction(session, "guard-registration." + realmId).beforeCommit(() -> register(session, realmId));
        new OncePerTransaction(session, "reconciliation." + realmId).afterCommit(() -> reconcile(sessions, realmId));
    }

    /**
     * Aligns every realm, each one separately, so that a failure in one affects neither the others nor the server
     * start.
     */
    static void ofAllRealms(KeycloakSessionFactory sessions) {
        List<String> ids = new ArrayList<>();
        KeycloakModelUtils.runJobInTransaction(
                sessions,
                session -> session.realms()
                        .getRealmsStream()
                        .map(RealmModel::getId)
                        .forEach(ids::add));
        ids.forEach(id -> reconcile(sessions, id));
    }

    private static void register(KeycloakSession session, String realmId) {
        RealmModel realm = session.realms().getRealm(realmId);
        if (realm != null) {
            new GuardRegistration(session, realm).registerIfNeeded();
        }
    }

    private static void reconcile(KeycloakSessionFactory sessions, String realmId) {
        runStep(sessions, realmId, snapshot(PolicySnapshot::reportLoss));
        runStep(sessions, realmId, registration(GuardRegistration::sync));
        // Another transaction may have added a policy while this one removed the guard. The last one to commit sees
        // both changes.
        runStep(sessions, realmId, registration(GuardRegistration::registerIfNeeded));
        runStep(sessions, realmId, snapshot(PolicySnapshot::update));
        runStep(sessions, realmId, registration(GuardRegistration::removeUnusedFlow));
    }

    private static BiConsumer<KeycloakSession, RealmModel> snapshot(Consumer<PolicySnapshot> work) {
        return (session, realm) -> work.accept(new PolicySnapshot(session, realm, Clock.systemUTC()));
    }

    private static BiConsumer<KeycloakSession, RealmModel> registration(Consumer<GuardRegistration> work) {
        return (session, realm) -> work.accept(new GuardRegistration(session, realm));
    }

    private static void runStep(
            KeycloakSessionFactory sessions, String realmId, BiConsumer<KeycloakSession, RealmModel> work) {
        try {
            RealmTransaction.run(sessions, realmId, work);
        } catch (RuntimeException e) {
            LOG.errorf(e, "realm %s: could not align the guard with the policy", realmId);
        }
    }
}
