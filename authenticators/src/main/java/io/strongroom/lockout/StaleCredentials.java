package io.strongroom.lockout;

import io.strongroom.context.UserContext;
import io.strongroom.factor.FailureRow;
import io.strongroom.factor.browser.RememberedBrowsers;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.keycloak.credential.CredentialModel;
import org.keycloak.models.UserModel;

/**
 * Finds a user's credentials that became useless after a factor change: failure counts for numbers that the user no
 * longer has, and remembered browsers that are no longer valid.
 */
public final class StaleCredentials {

    private static final Set<String> TYPES = Set.of(FailureRow.TYPE, RememberedBrowsers.TYPE);

    private final UserContext context;

    /** @param context the user, who must belong to the realm in the session's context */
    public StaleCredentials(UserContext context) {
        this.context = context;
    }

    /** Checks whether the user has any credentials that can become stale. Most users have none. */
    public static boolean mayExist(UserModel user) {
        return user.credentialManager()
                .getStoredCredentialsStream()
                .anyMatch(credential -> TYPES.contains(credential.getType()));
    }

    public void remove() {
        List<CredentialModel> credentials =
                context.user().credentialManager().getStoredCredentialsStream().toList();
        Stream.concat(
                        new FactorLocks(context).ofRemovedNumbers(),
                        new RememberedBrowsers(context)
                                .ended(credentials, context.tenant().rememberBrowserDays()))
                .map(CredentialModel::getId)
                .toList()
                .forEach(context.user().credentialManager()::removeStoredCredentialById);
    }
}
