package io.strongroom.admin.query;

import java.util.HashSet;
import java.util.Set;

/**
 * The roles and groups that grant a role to a user: the role itself, composite roles that contain it, groups with one of these roles,
 * and the subgroups of such groups.
 *
 * @param roles  ids of the roles
 * @param groups ids of the groups
 */
public record RoleGrants(Set<String> roles, Set<String> groups) {

    /**
     * One role or group that grants a role.
     *
     * @param kind  what grants the role
     * @param name  name of the granted role as written in the policy, or its id
     * @param id    id of the role or group
     * @param realm whether the granted role is a role of the realm, not of a client
     */
    record Found(Kind kind, String name, String id, boolean realm) {}

    enum Kind {
        ROLE,
        PARENT,
        GROUP
    }

    /** Returns whether nobody can have the role, usually because it does not exist. */
    boolean isEmpty() {
        return roles.isEmpty() && groups.isEmpty();
    }

    static Set<String> ids(Iterable<Found> found, Kind kind) {
        Set<String> ids = new HashSet<>();
        found.forEach(one -> {
            if (one.kind() == kind) {
                ids.add(one.id());
            }
        });
        return ids;
    }
}
