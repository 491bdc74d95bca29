package io.strongroom.admin.query;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Loads the organizations of many users in one SQL statement, regardless of the caller's permissions. */
final class BulkOrganizations {

    private final EntityManager entities;

    BulkOrganizations(EntityManager entities) {
        this.entities = entities;
    }

    /** Returns each user's organizations by user id, in the order of their names. */
    Map<String, List<Organization>> of(List<String> userIds) {
        Map<String, List<Organization>> byUser = new HashMap<>();
        if (!userIds.isEmpty()) {
            entities.createQuery(
                            "select m.user.id, o.id, o.name, o.alias from UserGroupMembershipEntity m, OrganizationEntity o"
                                    + " where m.groupId = o.groupId and m.user.id in (:users) order by o.name",
                            Object[].class)
                    .setParameter("users", userIds)
                    .getResultList()
                    .forEach(row -> byUser.computeIfAbsent((String) row[0], id -> new ArrayList<>())
                            .add(new Organization((String) row[1], (String) row[2], (String) row[3])));
        }
        return byUser;
    }
}
