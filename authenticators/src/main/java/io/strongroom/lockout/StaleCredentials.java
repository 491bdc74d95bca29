package io.strongroom.lockout;

import io.strongroom.factor.FailureRow;
import io.strongroom.factor.browser.RememberedBrowsers;
import io.strongroom.policy.store.PolicyStore;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.keycloak.credential.CredentialModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/**
 * Credentials of a user that became useless after a change of factors: failure counts of numbers that the user no longer has, and
 * remembered browsers that are no longer valid.
 */
public final class StaleCredentials {

    private static final Set<String> TYPES = Set.of(FailureRow.TYPE, RememberedBrowsers.TYPE);

    private final KeycloakSession session;
    private final RealmModel realm;
    private final UserModel user;
    private final Clock clock;

    /** @param user a user of the realm in the session's context */
    public StaleCredentials(KeycloakSession session, RealmModel realm, UserModel user, Clock clock) {
        this.session = session;
        this.realm = realm;
        this.user = user;
        this.clock = clock;
    }

    /** Checks whether the user has any credentials that can become stale. Most users have none. */
    public static boolean mayExist(UserModel user) {
        return user.credentialManager()
                .getStoredCredentialsStream()
                .anyMatch(credential -> TYPES.contains(credential.getType()));
    }

    /** Removes the stale credentials. */
    public void remove() {
        List<CredentialModel> credentials =
                user.credentialManager().getStoredCredentialsStream().toList();
        Stream.concat(
                        new FactorLocks(session, realm, user, clock).ofRemovedNumbers(),
                        new RememberedBrowsers(session, realm, user, clock.instant())
                                .ended(
                                        credentials,
                                        new PolicyStore(session, realm).tenant().rememberBrowserDays()))
                .map(CredentialModel::getId)
                .toList()
                .forEach(user.credentialManager()::removeStoredCredentialById);
    }
}
