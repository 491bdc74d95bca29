package io.strongroom.owner;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.GroupModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RoleModel;
import org.keycloak.models.UserModel;

/** Finds the users who have a role directly, through a composite role, or through a group or one of its parents. */
final class RoleHolders {

    private final KeycloakSession session;
    private final RealmModel realm;

    RoleHolders(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
    }

    Stream<UserModel> of(RoleModel role) {
        return withComposites(role).stream()
                .map(id -> session.roles().getRoleById(realm, id))
                .filter(Objects::nonNull)
                .flatMap(this::assignedTo)
                .distinct();
    }

    private Stream<UserModel> assignedTo(RoleModel role) {
        Stream<UserModel> direct = session.users().getRoleMembersStream(realm, role);
        Stream<UserModel> byGroup = session.groups()
                .getGroupsByRoleStream(realm, role, null, null)
                .flatMap(RoleHolders::withChildren)
                .flatMap(group -> session.users().getGroupMembersStream(realm, group));
        return Stream.concat(direct, byGroup).filter(Objects::nonNull);
    }

    private static Stream<GroupModel> withChildren(GroupModel group) {
        return Stream.concat(Stream.of(group), group.getSubGroupsStream().flatMap(RoleHolders::withChildren));
    }

    /**
     * Returns the ids of a role and of all composite roles that contain it. Keycloak's model returns only the roles
     * in a composite role, not the composites that contain a role.
     */
    private Set<String> withComposites(RoleModel role) {
        Set<String> found = new HashSet<>();
        Set<String> next = Set.of(role.getId());
        while (found.addAll(next)) {
            next = Set.copyOf(parentsOf(next));
        }
        return found;
    }

    private List<String> parentsOf(Set<String> roles) {
        return session.getProvider(JpaConnectionProvider.class)
                .getEntityManager()
                .createQuery(
                        "select distinct c.parentRole.id from CompositeRoleEntity c where c.childRole.id in (:roles)",
                        String.class)
                .setParameter("roles", roles)
                .getResultList();
    }
}
