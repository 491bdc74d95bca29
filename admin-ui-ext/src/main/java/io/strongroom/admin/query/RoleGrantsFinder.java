package io.strongroom.admin.query;

import io.strongroom.admin.query.RoleGrants.Found;
import io.strongroom.admin.query.RoleGrants.Kind;
import io.strongroom.policy.store.NamedRole;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.ClientModel;
import org.keycloak.models.Constants;
import org.keycloak.models.GroupModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * Finds what grants the roles that policies name, with one SQL statement for all roles, another one for those whose names
 * contain a dot, and one for each level of composite roles. Names mean the same roles as in {@link NamedRole}. Groups of
 * organizations grant no roles, because Keycloak does not count them among a user's groups.
 */
final class RoleGrantsFinder {

    private static final String BY_NAME =
            "r.name in (:roles) and (r.realmId = :realm and r.clientRole = false or r.clientId = :management)";
    private static final String BY_ID = "r.id in (:roles)";

    private final KeycloakSession session;
    private final RealmModel realm;
    private final List<Found> direct;

    /** @param names names of all roles to find */
    RoleGrantsFinder(KeycloakSession session, RealmModel realm, Set<String> names) {
        this.session = session;
        this.realm = realm;
        this.direct = Stream.concat(
                        plain(names.stream().filter(name -> !name.contains(".")).toList()),
                        dotted(names.stream().filter(name -> name.contains(".")).toList()))
                .toList();
    }

    /** A role of the realm comes before a role of the client {@code realm-management} with the same name. */
    private Stream<Found> plain(List<String> names) {
        if (names.isEmpty()) {
            return Stream.empty();
        }
        List<Found> found = query(BY_NAME, "r.name", names);
        Set<String> ofRealm =
                found.stream().filter(Found::realm).map(Found::name).collect(Collectors.toSet());
        return found.stream().filter(one -> one.realm() || !ofRealm.contains(one.name()));
    }

    private Stream<Found> dotted(List<String> names) {
        Map<String, List<String>> byRole = names.stream()
                .flatMap(name -> NamedRole.of(session, realm, name).stream().map(role -> Map.entry(role.getId(), name)))
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
        return byRole.isEmpty()
                ? Stream.empty()
                : query(BY_ID, "r.id", byRole.keySet()).stream()
                        .flatMap(found -> byRole.get(found.name()).stream()
                                .map(name -> new Found(found.kind(), name, found.id(), found.realm())));
    }

    private List<Found> query(String condition, String name, Collection<String> roles) {
        Function<Kind, String> select = kind -> "select '" + kind + "', " + name + ", %s, r.clientRole from ";
        String hql = select.apply(Kind.ROLE).formatted("r.id") + "RoleEntity r where " + condition
                + " union all "
                + select.apply(Kind.PARENT).formatted("c.parentRole.id")
                + "CompositeRoleEntity c join c.childRole r where " + condition
                + " union all "
                + select.apply(Kind.GROUP).formatted("g.group.id")
                + "GroupRoleMappingEntity g, RoleEntity r where r.id = g.roleId and g.group.type = 0 and (" + condition
                + ")";
        var query = session.getProvider(JpaConnectionProvider.class)
                .getEntityManager()
                .createQuery(hql, Object[].class)
                .setParameter("roles", roles);
        if (condition.contains(":realm")) {
            ClientModel management = realm.getClientByClientId(Constants.REALM_MANAGEMENT_CLIENT_ID);
            query.setParameter("realm", realm.getId());
            query.setParameter("management", management == null ? "" : management.getId());
        }
        return query.getResultList().stream()
                .map(row ->
                        new Found(Kind.valueOf((String) row[0]), (String) row[1], (String) row[2], !((Boolean) row[3])))
                .toList();
    }

    /** Returns what grants any of these roles. */
    RoleGrants of(Collection<String> names) {
        List<Found> found =
                direct.stream().filter(one -> names.contains(one.name())).toList();
        Set<String> roles = RoleGrants.ids(found, Kind.ROLE);
        Set<String> groups = RoleGrants.ids(found, Kind.GROUP);
        Set<String> next = RoleGrants.ids(found, Kind.PARENT);
        while (roles.addAll(next)) {
            List<Found> level = query(BY_ID, "r.id", List.copyOf(next));
            groups.addAll(RoleGrants.ids(level, Kind.GROUP));
            next = RoleGrants.ids(level, Kind.PARENT);
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
}
