package io.strongroom.policy.store;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentMap;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.models.cache.CachedUserModel;
import org.keycloak.storage.StorageId;

/**
 * A user's organizations, and the groups of organizations that the user is a direct member of. Loaded in one statement,
 * regardless of the caller's permissions, and kept beside Keycloak's cached user, who is dropped when a membership changes.
 *
 * @param organizations ids of the organizations
 * @param groups        ids of the groups, without those that represent an organization
 */
record OrganizationMemberships(List<String> organizations, List<String> groups) {

    static final OrganizationMemberships NONE = new OrganizationMemberships(List.of(), List.of());

    private static final String KEY = "strongroom.organization-memberships";
    private static final String SELECT = "select g.id, o.id from %s m, GroupEntity g"
            + " left join OrganizationEntity o on o.groupId = g.id where m.groupId = g.id and g.type = 1 and %s = :user";
    private static final String LOCAL = SELECT.formatted("UserGroupMembershipEntity", "m.user.id");
    private static final String FEDERATED = SELECT.formatted("FederatedUserGroupMembershipEntity", "m.userId");

    static OrganizationMemberships of(KeycloakSession session, UserModel user) {
        if (!(user instanceof CachedUserModel cached) || cached.isMarkedForEviction()) {
            return load(session, user);
        }
        ConcurrentMap<?, ?> kept = cached.getCachedWith();
        if (kept.get(KEY) instanceof OrganizationMemberships memberships) {
            return memberships;
        }
        OrganizationMemberships loaded = load(session, user);
        keep(cached, loaded);
        return loaded;
    }

    @SuppressWarnings("unchecked") // Keycloak declares the map without types
    private static void keep(CachedUserModel cached, OrganizationMemberships memberships) {
        cached.getCachedWith().put(KEY, memberships);
    }

    private static OrganizationMemberships load(KeycloakSession session, UserModel user) {
        List<String> organizations = new ArrayList<>();
        List<String> groups = new ArrayList<>();
        session.getProvider(JpaConnectionProvider.class)
                .getEntityManager()
                .createQuery(StorageId.isLocalStorage(user.getId()) ? LOCAL : FEDERATED, Object[].class)
                .setParameter("user", user.getId())
                .getResultList()
                .forEach(row -> {
                    if (row[1] == null) {
                        groups.add((String) row[0]);
                    } else {
                        organizations.add((String) row[1]);
                    }
                });
        return new OrganizationMemberships(List.copyOf(organizations), List.copyOf(groups));
    }
}
