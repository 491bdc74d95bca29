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
 * What a change of factors leaves behind: wrong entries counted for a number that the user no longer has, and remembered browsers
 * that can't be used any more.
 */
public final class StaleCredentials {

    private static final Set<String> TYPES = Set.of(FailureRow.TYPE, RememberedBrowsers.TYPE);

    private final KeycloakSession session;
    private final RealmModel realm;
    private final UserModel user;
    private final Clock clock;

    /** @param user of the realm that the session's context is in */
    public StaleCredentials(KeycloakSession session, RealmModel realm, UserModel user, Clock clock) {
        this.session = session;
        this.realm = realm;
        this.user = user;
        this.clock = clock;
    }

    /** Whether a user has anything that could be left behind; most have nothing. */
    public static boolean arePossible(UserModel user) {
        return user.credentialManager()
                .getStoredCredentialsStream()
                .anyMatch(credential -> TYPES.contains(credential.getType()));
    }

    public void remove() {
        List<CredentialModel> credentials =
                user.credentialManager().getStoredCredentialsStream().toList();
        Stream.concat(
                        new FactorLocks(session, realm, user, clock).ofLostNumbers(),
                        new RememberedBrowsers(session, realm, user, clock.instant())
                                .ended(
                                        credentials,
                                        new PolicyStore(session, realm).tenant().rememberBrowserDays()))
                .map(CredentialModel::getId)
                .toList()
                .forEach(user.credentialManager()::removeStoredCredentialById);
    }
}
