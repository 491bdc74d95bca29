package io.strongroom.admin.query;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.keycloak.credential.CredentialModel;
import org.keycloak.models.jpa.entities.CredentialEntity;

/**
 * Loads the second factors of many users in one SQL statement. The statement filters by user, because only the user
 * column is indexed.
 */
final class BulkCredentials {

    private final EntityManager entities;

    BulkCredentials(EntityManager entities) {
        this.entities = entities;
    }

    /** Returns each user's factors by user id, in the user's order of preference. */
    Map<String, StoredFactors> of(List<String> userIds) {
        Map<String, List<CredentialModel>> byUser = new HashMap<>();
        userIds.forEach(id -> byUser.put(id, new ArrayList<>()));
        if (!userIds.isEmpty()) {
            entities.createQuery(
                            "select c.user.id, c from CredentialEntity c where c.user.id in (:users) and c.type in (:types)"
                                    + " order by c.priority",
                            Object[].class)
                    .setParameter("users", userIds)
                    .setParameter("types", StoredFactors.TYPES)
                    .getResultList()
                    .forEach(row -> byUser.get((String) row[0]).add(model((CredentialEntity) row[1])));
        }
        Map<String, StoredFactors> factors = new HashMap<>();
        byUser.forEach((id, credentials) -> factors.put(id, new StoredFactors(List.copyOf(credentials))));
        return factors;
    }

    private static CredentialModel model(CredentialEntity entity) {
        CredentialModel model = new CredentialModel();
        model.setId(entity.getId());
        model.setType(entity.getType());
        model.setUserLabel(entity.getUserLabel());
        model.setCreatedDate(entity.getCreatedDate());
        model.setCredentialData(entity.getCredentialData());
        model.setSecretData(entity.getSecretData());
        return model;
    }
}
