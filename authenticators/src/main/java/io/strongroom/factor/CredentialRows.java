package io.strongroom.factor;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.credential.CredentialModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.models.cache.CachedUserModel;
import org.keycloak.models.jpa.entities.CredentialEntity;
import org.keycloak.storage.StorageId;
import org.keycloak.storage.jpa.entity.FederatedUserCredentialEntity;

/**
 * Locks a user's credential rows in the database until the transaction ends, and rereads them. Keycloak reads
 * credentials from its cache or from data the transaction has already loaded, so parallel requests would overwrite
 * each other's changes.
 */
public final class CredentialRows {

    private final KeycloakSession session;
    private final UserModel user;

    public CredentialRows(KeycloakSession session, UserModel user) {
        this.session = session;
        this.user = user;
    }

    /**
     * Locks and rereads one credential.
     *
     * @return false if the credential no longer exists
     */
    public boolean lock(String credentialId) {
        invalidateCache();
        Object row = entities().find(entityType(), credentialId);
        if (row == null) {
            return false;
        }
        entities().refresh(row, LockModeType.PESSIMISTIC_WRITE);
        return true;
    }

    /**
     * Locks all credentials of a type and returns them with their current content. Rows created by a parallel
     * transaction are not included, because they are not locked.
     */
    List<CredentialModel> lockAll(String type) {
        List<?> rows = entities()
                .createQuery(query(), entityType())
                .setParameter("user", user.getId())
                .setParameter("type", type)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
        rows.forEach(entities()::refresh); // some databases return the old content after waiting for a lock
        Set<String> ids = rows.stream().map(CredentialRows::idOf).collect(Collectors.toSet());
        invalidateCache();
        return user.credentialManager()
                .getStoredCredentialsByTypeStream(type)
                .filter(model -> ids.contains(model.getId()))
                .toList();
    }

    /**
     * Deletes a row. Keycloak's credential manager would also rewrite the order of the other credentials from
     * possibly outdated data.
     */
    void remove(CredentialModel model) {
        entities().remove(entities().find(entityType(), model.getId()));
    }

    /** Detaches the credentials of a type from this transaction, so that it does not write outdated content. */
    void detachAll(String type) {
        user.credentialManager()
                .getStoredCredentialsByTypeStream(type)
                .map(model -> entities().find(entityType(), model.getId()))
                .filter(Objects::nonNull)
                .forEach(entities()::detach);
    }

    private void invalidateCache() {
        if (user instanceof CachedUserModel cached) {
            cached.invalidate();
        }
    }

    private static String idOf(Object row) {
        return row instanceof CredentialEntity local ? local.getId() : ((FederatedUserCredentialEntity) row).getId();
    }

    private String query() {
        String owner = entityType() == CredentialEntity.class ? "c.user.id" : "c.userId";
        return "select c from " + entityType().getSimpleName() + " c where " + owner
                + " = :user and c.type = :type order by c.id";
    }

    private Class<?> entityType() {
        return StorageId.isLocalStorage(user.getId()) ? CredentialEntity.class : FederatedUserCredentialEntity.class;
    }

    private EntityManager entities() {
        return session.getProvider(JpaConnectionProvider.class).getEntityManager();
    }
}
