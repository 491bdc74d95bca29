package io.strongroom.owner;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
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

    /**
     * What grants a role to a user.
     *
     * @param roles  ids of the role and of composite roles that contain it
     * @param groups ids of the groups with one of these roles, and of the groups within them
     */
    record Grants(Set<String> roles, Set<String> groups) {}

    Stream<UserModel> of(RoleModel role) {
        return roles(role).flatMap(this::assignedTo).distinct();
    }

    Grants grantsOf(RoleModel role) {
        return new Grants(
                roles(role).map(RoleModel::getId).collect(Collectors.toSet()),
                roles(role).flatMap(this::groupsWith).map(GroupModel::getId).collect(Collectors.toSet()));
    }

    private Stream<RoleModel> roles(RoleModel role) {
        return withComposites(role).stream()
                .map(id -> session.roles().getRoleById(realm, id))
                .filter(Objects::nonNull);
    }

    private Stream<UserModel> assignedTo(RoleModel role) {
        Stream<UserModel> direct = session.users().getRoleMembersStream(realm, role);
        Stream<UserModel> byGroup =
                groupsWith(role).flatMap(group -> session.users().getGroupMembersStream(realm, group));
        return Stream.concat(direct, byGroup).filter(Objects::nonNull);
    }

    private Stream<GroupModel> groupsWith(RoleModel role) {
        return session.groups().getGroupsByRoleStream(realm, role, null, null).flatMap(RoleHolders::withChildren);
    }

    /** Returns a group and all groups within it. */
    static Stream<GroupModel> withChildren(GroupModel group) {
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
