package io.strongroom.guard;

import io.strongroom.lockout.StaleCredentials;
import io.strongroom.log.Log;
import java.time.Clock;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * Removes what a change of a user's factors left behind, once for all the changes of a transaction. It is done behind the commit
 * and in a transaction of its own, so that no login and no change fails for it.
 */
final class StaleCredentialCleanup {

    private static final Log LOG = Log.of(StaleCredentialCleanup.class);
    private static final String PENDING = "strongroom.sweep.";

    private StaleCredentialCleanup() {}

    /** @param userId of a user who may not exist */
    static void schedule(KeycloakSession session, String realmId, String userId) {
        if (userId == null || session.getAttribute(PENDING + userId) != null || !isDue(session, realmId, userId)) {
            return;
        }
        session.setAttribute(PENDING + userId, Boolean.TRUE);
        KeycloakSessionFactory sessions = session.getKeycloakSessionFactory();
        session.getTransactionManager().enlistAfterCompletion(new OnCommit(() -> clean(sessions, realmId, userId)));
    }

    private static boolean isDue(KeycloakSession session, String realmId, String userId) {
        RealmModel realm = session.realms().getRealm(realmId);
        if (realm == null || realm.getRequiredActionProviderByAlias(SecondFactorGuardFactory.ID) == null) {
            return false;
        }
        UserModel user = session.users().getUserById(realm, userId);
        return user != null && StaleCredentials.arePossible(user);
    }

    private static void clean(KeycloakSessionFactory sessions, String realmId, String userId) {
        try {
            KeycloakModelUtils.runJobInTransaction(sessions, session -> {
                RealmModel realm = session.realms().getRealm(realmId);
                session.getContext().setRealm(realm);
                UserModel user = session.users().getUserById(realm, userId);
                if (user != null) {
                    new StaleCredentials(session, realm, user, Clock.systemUTC()).remove();
                }
            });
        } catch (RuntimeException e) {
            LOG.warnf(
                    e,
                    "realm %s: what factors of user %s have left behind stays until the next login",
                    realmId,
                    userId);
        }
    }
}
