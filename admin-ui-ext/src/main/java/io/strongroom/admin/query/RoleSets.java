package io.strongroom.admin.query;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * What grants a role of each set of roles that policies name.
 *
 * @param grants for each set of names, what grants one of its roles
 */
record RoleSets(Map<Set<String>, RoleGrants> grants) {

    static RoleSets find(KeycloakSession session, RealmModel realm, Collection<Set<String>> sets) {
        RoleGrantsFinder finder = new RoleGrantsFinder(
                session, realm, sets.stream().flatMap(Set::stream).collect(Collectors.toSet()));
        Map<Set<String>, RoleGrants> grants = new LinkedHashMap<>();
        sets.forEach(names -> grants.computeIfAbsent(names, finder::of));
        return new RoleSets(grants);
    }

    RoleGrants of(Set<String> names) {
        return grants.get(names);
    }

    RoleGrants of(String name) {
        return of(Set.of(name));
    }
}
