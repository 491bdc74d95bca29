package io.strongroom.factor;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.credential.CredentialModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.cache.CachedUserModel;
import org.keycloak.models.jpa.entities.CredentialEntity;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.storage.StorageId;
import org.keycloak.storage.jpa.entity.FederatedUserCredentialEntity;

/**
 * One user's rows of {@code two-factor-failures} in the database, locked until the transaction ends, so that of many who count
 * at once none is lost.
 */
final class FailureRows {

    private final UserModel user;
    private final EntityManager entities;
    private final Class<?> type;

    private FailureRows(UserModel user, EntityManager entities) {
        this.user = user;
        this.entities = entities;
        this.type =
                StorageId.isLocalStorage(user.getId()) ? CredentialEntity.class : FederatedUserCredentialEntity.class;
    }

    /**
     * Changes rows in a transaction of its own: what the request rolls back stays changed.
     *
     * @return what the change returns; 0 where others do not see the user yet, or no longer
     */
    static int change(KeycloakSession session, RealmModel realm, UserModel user, ToIntFunction<FailureRows> change) {
        int result = KeycloakModelUtils.runJobInTransactionWithResult(
                session.getKeycloakSessionFactory(),
                session.getContext(),
                job -> {
                    UserModel same = job.users().getUserById(job.realms().getRealm(realm.getId()), user.getId());
                    return same == null ? 0 : change.applyAsInt(new FailureRows(same, entities(job)));
                },
                "count failures");
        new FailureRows(user, entities(session)).forgetRead(user);
        return result;
    }

    /** The rows as they are now. One that another transaction is about to make is none of them: it would not be locked. */
    List<CredentialModel> lock() {
        List<?> locked = entities.createQuery(query(), type)
                .setParameter("user", user.getId())
                .setParameter("type", FailureRow.TYPE)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
        locked.forEach(entities::refresh); // not every database reads again what it had to wait for
        Set<String> ids = locked.stream().map(FailureRows::idOf).collect(Collectors.toSet());
        if (user instanceof CachedUserModel cached) {
            cached.invalidate();
        }
        return user.credentialManager()
                .getStoredCredentialsByTypeStream(FailureRow.TYPE)
                .filter(model -> ids.contains(model.getId()))
                .toList();
    }

    private static String idOf(Object row) {
        return row instanceof CredentialEntity local ? local.getId() : ((FederatedUserCredentialEntity) row).getId();
    }

    void create(CredentialModel model) {
        user.credentialManager().createStoredCredential(model);
    }

    void update(CredentialModel model) {
        user.credentialManager().updateStoredCredential(model);
    }

    /** Not by the credential manager: that one writes the order of the others, which the request may have read before. */
    void remove(CredentialModel model) {
        entities.remove(entities.find(type, model.getId()));
    }

    /** The request must not write what it has read of these rows before. */
    private void forgetRead(UserModel read) {
        read.credentialManager()
                .getStoredCredentialsByTypeStream(FailureRow.TYPE)
                .map(model -> entities.find(type, model.getId()))
                .filter(Objects::nonNull)
                .forEach(entities::detach);
    }

    private String query() {
        String owner = type == CredentialEntity.class ? "c.user.id" : "c.userId";
        return "select c from " + type.getSimpleName() + " c where " + owner
                + " = :user and c.type = :type order by c.id";
    }

    private static EntityManager entities(KeycloakSession session) {
        return session.getProvider(JpaConnectionProvider.class).getEntityManager();
    }
}
