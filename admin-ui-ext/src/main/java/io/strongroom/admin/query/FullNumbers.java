package io.strongroom.admin.query;

import io.strongroom.admin.request.Access;
import io.strongroom.admin.request.AdminRequest;
import jakarta.persistence.EntityManager;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.keycloak.common.Profile;
import org.keycloak.connections.jpa.JpaConnectionProvider;

/**
 * Decides which users' numbers a page of users shows in full. Keycloak needs several statements to evaluate a
 * permission for one user. All users in the same groups and without user-specific permissions get the same result,
 * so the permission is evaluated for only one of them.
 */
public final class FullNumbers implements Predicate<String> {

    private final Access access;
    private final Map<String, Object> equivalents;
    private final Map<Object, Boolean> results = new HashMap<>();

    /** @param equivalents a value for each user id; users with equal values get the same result */
    private FullNumbers(Access access, Map<String, Object> equivalents) {
        this.access = access;
        this.equivalents = equivalents;
    }

    /** Returns a predicate that takes a user id and checks whether the user's number is shown in full. */
    public static Predicate<String> of(AdminRequest request, List<UserRow> rows) {
        Access access = request.access();
        if (access.seesAllNumbers() || !access.permissionsAreFineGrained() || rows.isEmpty()) {
            return id -> access.seesAllNumbers();
        }
        // A policy script can evaluate the user itself, so no two users are equivalent.
        boolean canShareResults = !Profile.isFeatureEnabled(Profile.Feature.SCRIPTS);
        return new FullNumbers(access, canShareResults ? groupsOf(request, rows) : Map.of());
    }

    @Override
    public boolean test(String userId) {
        return results.computeIfAbsent(
                equivalents.getOrDefault(userId, userId), equivalent -> access.seesNumbersOf(userId));
    }

    /**
     * Returns the groups of each user. Omits users with user-specific permissions, and users of a directory, whose
     * groups may not be in the database.
     */
    private static Map<String, Object> groupsOf(AdminRequest request, List<UserRow> rows) {
        EntityManager entities =
                request.session().getProvider(JpaConnectionProvider.class).getEntityManager();
        Set<String> ids = rows.stream().map(UserRow::id).collect(Collectors.toSet());
        Map<String, Set<String>> groups = new HashMap<>();
        entities.createQuery(
                        "select u.id, m.groupId from UserEntity u left join UserGroupMembershipEntity m on m.user = u"
                                + " where u.id in (:users) and u.federationLink is null",
                        Object[].class)
                .setParameter("users", ids)
                .getResultList()
                .forEach(row -> groups.computeIfAbsent((String) row[0], id -> new TreeSet<>())
                        .add(row[1] == null ? "" : (String) row[1]));
        groups.keySet().removeAll(withOwnPermission(entities, request, ids));
        return new HashMap<>(groups);
    }

    private static Set<String> withOwnPermission(EntityManager entities, AdminRequest request, Set<String> ids) {
        var permissions = request.realm().getAdminPermissionsClient();
        return permissions == null
                ? Set.of()
                : new HashSet<>(entities.createQuery(
                                "select r.name from ResourceEntity r where r.resourceServer = :server and r.name in (:users)",
                                String.class)
                        .setParameter("server", permissions.getId())
                        .setParameter("users", ids)
                        .getResultList());
    }
}
