package io.strongroom.guard;

import io.strongroom.context.UserContext;
import io.strongroom.lockout.StaleCredentials;
import io.strongroom.log.Log;
import java.time.Clock;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/**
 * Removes a user's stale credentials after a change to their factors, once per transaction. Runs in a separate
 * transaction after the commit, so that a failure breaks neither the login nor the change.
 */
final class StaleCredentialCleanup {

    private static final Log LOG = Log.of(StaleCredentialCleanup.class);

    private StaleCredentialCleanup() {}

    /**
     * Schedules the clean-up for a user.
     *
     * @param userId id of the user; null and unknown ids are ignored
     */
    static void schedule(KeycloakSession session, String realmId, String userId) {
        if (userId == null) {
            return;
        }
        OncePerTransaction cleanup = new OncePerTransaction(session, "stale-credentials." + userId);
        if (!cleanup.isScheduled() && isNeeded(session, realmId, userId)) {
            KeycloakSessionFactory sessions = session.getKeycloakSessionFactory();
            cleanup.afterCommit(() -> cleanUp(sessions, realmId, userId));
        }
    }

    private static boolean isNeeded(KeycloakSession session, String realmId, String userId) {
        RealmModel realm = session.realms().getRealm(realmId);
        if (realm == null || realm.getRequiredActionProviderByAlias(SecondFactorGuardFactory.ID) == null) {
            return false;
        }
        UserModel user = session.users().getUserById(realm, userId);
        return user != null && StaleCredentials.mayExist(user);
    }

    private static void cleanUp(KeycloakSessionFactory sessions, String realmId, String userId) {
        try {
            RealmTransaction.run(sessions, realmId, (session, realm) -> {
                UserModel user = session.users().getUserById(realm, userId);
                if (user != null) {
                    new StaleCredentials(new UserContext(session, realm, user, Clock.systemUTC())).remove();
                }
            });
        } catch (RuntimeException e) {
            LOG.warnf(
                    e,
                    "realm %s: could not clean up stale credentials of user %s; the next login tries again",
                    realmId,
                    userId);
        }
    }
}
