package io.strongroom.policy.store;

import java.util.List;
import java.util.Objects;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.GroupModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** Finds groups within an organization, regardless of the caller's permissions. */
public final class OrganizationGroups {

    private final KeycloakSession session;
    private final RealmModel realm;

    public OrganizationGroups(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
    }

    /** Returns the groups with this path. There can be several, because group names can contain slashes. */
    public List<GroupModel> at(String organizationId, String path) {
        return session
                .getProvider(JpaConnectionProvider.class)
                .getEntityManager()
                .createQuery(
                        "select g.id from GroupEntity g where g.realm = :realm and g.type = 1 and g.parentId <> ' '"
                                + " and g.organization.id = :organization and g.name in (:names)",
                        String.class)
                .setParameter("realm", realm.getId())
                .setParameter("organization", organizationId)
                .setParameter("names", RoomFinder.lastNames(path))
                .getResultList()
                .stream()
                .map(id -> session.groups().getGroupById(realm, id))
                .filter(Objects::nonNull)
                .filter(group -> RoomPath.isAt(group, path))
                .toList();
    }
}
