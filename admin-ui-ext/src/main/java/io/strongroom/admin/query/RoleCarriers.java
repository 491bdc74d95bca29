package io.strongroom.admin.query;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.GroupModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RoleModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * What gives a user a role: the role itself, composite roles that hold it, and groups that have one of these or lie within such
 * a group.
 *
 * @param roles  ids
 * @param groups ids
 */
public record RoleCarriers(Set<String> roles, Set<String> groups) {

    /** Those of two sets of roles, found together: one SQL statement, and one more for each level of composite roles. */
    public static Both of(KeycloakSession session, RealmModel realm, Set<String> exempt, Set<String> required) {
        Finder finder = new Finder(session, realm);
        Set<String> all = new LinkedHashSet<>(exempt);
        all.addAll(required);
        List<Found> found = finder.find(all);
        return new Both(finder.carriers(exempt, found), finder.carriers(required, found));
    }

    /** @param exempt carriers of the roles that exempt, required of those that require */
    public record Both(RoleCarriers exempt, RoleCarriers required) {}

    /** @param seed the role it was found for, as it was named */
    private record Found(String kind, String seed, String id) {

        static Found of(Object[] row) {
            return new Found((String) row[0], (String) row[1], (String) row[2]);
        }
    }

    private static final class Finder {

        private static final String BY_NAME = "r.realmId = :realm and r.clientRole = false and r.name in (:roles)";
        private static final String BY_ID = "r.id in (:roles)";

        private final KeycloakSession session;
        private final RealmModel realm;

        Finder(KeycloakSession session, RealmModel realm) {
            this.session = session;
            this.realm = realm;
        }

        List<Found> find(Set<String> names) {
            if (names.isEmpty()) {
                return List.of();
            }
            List<String> ofRealm =
                    names.stream().filter(name -> !name.contains(".")).toList();
            Stream<Found> direct = ofRealm.isEmpty() ? Stream.empty() : query(BY_NAME, "r.name", ofRealm).stream();
            Stream<Found> dotted =
                    names.stream().filter(name -> name.contains(".")).flatMap(this::byModel);
            return Stream.concat(direct, dotted).toList();
        }

        private Stream<Found> byModel(String name) {
            RoleModel role = KeycloakModelUtils.getRoleFromString(session, realm, name);
            return role == null
                    ? Stream.empty()
                    : query(BY_ID, "r.id", List.of(role.getId())).stream()
                            .map(found -> new Found(found.kind(), name, found.id()));
        }

        private List<Found> query(String condition, String seed, List<String> roles) {
            String hql = "select 'role', " + seed + ", r.id from RoleEntity r where " + condition
                    + " union all select 'parent', " + seed + ", c.parentRole.id"
                    + " from CompositeRoleEntity c join c.childRole r where " + condition
                    + " union all select 'group', " + seed + ", g.group.id"
                    + " from GroupRoleMappingEntity g, RoleEntity r where r.id = g.roleId and " + condition;
            var query = session.getProvider(JpaConnectionProvider.class)
                    .getEntityManager()
                    .createQuery(hql, Object[].class)
                    .setParameter("roles", roles);
            if (condition.contains(":realm")) {
                query.setParameter("realm", realm.getId());
            }
            return query.getResultList().stream().map(Found::of).toList();
        }

        RoleCarriers carriers(Set<String> names, List<Found> found) {
            List<Found> mine =
                    found.stream().filter(one -> names.contains(one.seed())).toList();
            Set<String> roles = ids(mine, "role");
            Set<String> groups = ids(mine, "group");
            Set<String> next = ids(mine, "parent");
            while (roles.addAll(next)) {
                List<Found> level = query(BY_ID, "r.id", List.copyOf(next));
                groups.addAll(ids(level, "group"));
                next = ids(level, "parent");
            }
            return new RoleCarriers(roles, withDescendants(groups));
        }

        private Set<String> withDescendants(Set<String> groups) {
            Set<String> all = new HashSet<>();
            groups.stream()
                    .map(id -> session.groups().getGroupById(realm, id))
                    .filter(Objects::nonNull)
                    .forEach(group -> collect(group, all));
            return all;
        }

        private static void collect(GroupModel group, Set<String> ids) {
            if (ids.add(group.getId())) {
                group.getSubGroupsStream().forEach(child -> collect(child, ids));
            }
        }

        private static Set<String> ids(List<Found> found, String kind) {
            Set<String> ids = new HashSet<>();
            found.stream().filter(one -> one.kind().equals(kind)).map(Found::id).forEach(ids::add);
            return ids;
        }
    }
}
