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
 * The roles and groups that grant a role to a user: the role itself, composite roles that contain it, groups with one of these roles,
 * and the subgroups of such groups.
 *
 * @param roles  ids of the roles
 * @param groups ids of the groups
 */
public record RoleGrants(Set<String> roles, Set<String> groups) {

    /**
     * Finds the grants of the exempt roles and of the required roles together, with one SQL statement plus one for
     * each level of composite roles.
     */
    public static ByRule of(KeycloakSession session, RealmModel realm, Set<String> exempt, Set<String> required) {
        Finder finder = new Finder(session, realm);
        Set<String> all = new LinkedHashSet<>(exempt);
        all.addAll(required);
        List<Found> found = finder.find(all);
        return new ByRule(finder.grants(exempt, found), finder.grants(required, found));
    }

    /**
     * @param exempt   grants of the exempt roles
     * @param required grants of the roles that require a second factor
     */
    public record ByRule(RoleGrants exempt, RoleGrants required) {}

    /**
     * @param kind {@code role}, {@code parent} or {@code group}
     * @param seed the role for which this grant was found: its name as written in the policy, or its id
     */
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

        RoleGrants grants(Set<String> names, List<Found> found) {
            List<Found> direct =
                    found.stream().filter(one -> names.contains(one.seed())).toList();
            Set<String> roles = ids(direct, "role");
            Set<String> groups = ids(direct, "group");
            Set<String> next = ids(direct, "parent");
            while (roles.addAll(next)) {
                List<Found> level = query(BY_ID, "r.id", List.copyOf(next));
                groups.addAll(ids(level, "group"));
                next = ids(level, "parent");
            }
            return new RoleGrants(roles, withDescendants(groups));
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
