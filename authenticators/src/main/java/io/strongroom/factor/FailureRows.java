package io.strongroom.factor;

import java.util.List;
import java.util.function.ToIntFunction;
import org.keycloak.credential.CredentialModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/** Changes one user's rows of {@code two-factor-failures} under a lock, so that parallel failures are all counted. */
final class FailureRows {

    private final UserModel user;
    private final CredentialRows rows;

    private FailureRows(KeycloakSession session, UserModel user) {
        this.user = user;
        this.rows = new CredentialRows(session, user);
    }

    /**
     * Changes rows in a separate transaction, so that a rollback of the request does not undo the change.
     *
     * @return the result of the change; 0 if the user is not yet visible to other transactions
     */
    static int change(KeycloakSession session, RealmModel realm, UserModel user, ToIntFunction<FailureRows> change) {
        int result = KeycloakModelUtils.runJobInTransactionWithResult(
                session.getKeycloakSessionFactory(),
                session.getContext(),
                job -> {
                    UserModel same = job.users().getUserById(job.realms().getRealm(realm.getId()), user.getId());
                    return same == null ? 0 : change.applyAsInt(new FailureRows(job, same));
                },
                "count failures");
        new CredentialRows(session, user).detachAll(FailureRow.TYPE);
        return result;
    }

    List<CredentialModel> lock() {
        return rows.lockAll(FailureRow.TYPE);
    }

    void create(CredentialModel model) {
        user.credentialManager().createStoredCredential(model);
    }

    void update(CredentialModel model) {
        user.credentialManager().updateStoredCredential(model);
    }

    void remove(CredentialModel model) {
        rows.remove(model);
    }
}
