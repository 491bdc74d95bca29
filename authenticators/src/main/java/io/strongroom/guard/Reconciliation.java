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
 * Brings the guard and the policy of a realm together, once for all the changes of a transaction. It is put in place within
 * that transaction; it is taken out only afterwards, by a look at what was committed, so that of two administrators who
 * change things at once none takes out what the other needs.
 */
final class Reconciliation {

    private static final Log LOG = Log.of(Reconciliation.class);
    private static final String PENDING = "strongroom.reconcile.";

    private Reconciliation() {}

    static void schedule(KeycloakSession session, String realmId) {
        if (realmId == null || session.getAttribute(PENDING + realmId) != null) {
            return;
        }
        session.setAttribute(PENDING + realmId, Boolean.TRUE);
        session.getTransactionManager().enlistPrepare(new OnCommit(() -> register(session, realmId)));
        KeycloakSessionFactory sessions = session.getKeycloakSessionFactory();
        session.getTransactionManager().enlistAfterCompletion(new OnCommit(() -> reconcile(sessions, realmId)));
    }

    /** Each realm by itself: trouble in one must not keep the others from their guard, nor the server from starting. */
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
        inOwnTransaction(sessions, realmId, Reconciliation::noticeLoss);
        inOwnTransaction(sessions, realmId, registered(GuardRegistration::align));
        // A policy may have come while the guard went: whoever commits last must see the other.
        inOwnTransaction(sessions, realmId, registered(GuardRegistration::registerIfNeeded));
        inOwnTransaction(sessions, realmId, Reconciliation::remember);
        inOwnTransaction(sessions, realmId, registered(GuardRegistration::cleanUp));
    }

    private static void noticeLoss(KeycloakSession session, RealmModel realm) {
        new PolicySnapshot(session, realm, Clock.systemUTC()).noticeLoss();
    }

    private static void remember(KeycloakSession session, RealmModel realm) {
        new PolicySnapshot(session, realm, Clock.systemUTC()).remember();
    }

    private static BiConsumer<KeycloakSession, RealmModel> registered(Consumer<GuardRegistration> work) {
        return (session, realm) -> work.accept(new GuardRegistration(session, realm));
    }

    private static void inOwnTransaction(
            KeycloakSessionFactory sessions, String realmId, BiConsumer<KeycloakSession, RealmModel> work) {
        try {
            KeycloakModelUtils.runJobInTransaction(sessions, session -> {
                RealmModel realm = session.realms().getRealm(realmId);
                if (realm != null) {
                    session.getContext().setRealm(realm);
                    work.accept(session, realm);
                }
            });
        } catch (RuntimeException e) {
            LOG.errorf(e, "realm %s: the guard could not be brought in line with the policy", realmId);
        }
    }
}
