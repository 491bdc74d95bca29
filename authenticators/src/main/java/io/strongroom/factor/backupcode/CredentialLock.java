package io.strongroom.factor.backupcode;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.models.cache.CachedUserModel;
import org.keycloak.models.jpa.entities.CredentialEntity;
import org.keycloak.storage.StorageId;
import org.keycloak.storage.jpa.entity.FederatedUserCredentialEntity;

/**
 * Locks the row of a credential until the transaction ends, and has it read anew. Keycloak reads credentials from its cache
 * and from what the transaction has loaded before: two requests would each write back a set without the other's code used up.
 */
final class CredentialLock {

    private final KeycloakSession session;
    private final UserModel user;

    CredentialLock(KeycloakSession session, UserModel user) {
        this.session = session;
        this.user = user;
    }

    /** @return false where the credential is gone */
    boolean take(String credentialId) {
        if (user instanceof CachedUserModel cached) {
            cached.invalidate();
        }
        EntityManager entities =
                session.getProvider(JpaConnectionProvider.class).getEntityManager();
        Object entity = entities.find(entityType(), credentialId);
        if (entity == null) {
            return false;
        }
        entities.refresh(entity, LockModeType.PESSIMISTIC_WRITE);
        return true;
    }

    private Class<?> entityType() {
        return StorageId.isLocalStorage(user.getId()) ? CredentialEntity.class : FederatedUserCredentialEntity.class;
    }
}
