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
 * Whose numbers are shown whole in a page of users. Keycloak evaluates a permission for one user in several statements; users who
 * are in the same groups, and have no permission of their own, are alike to it, so one of them is asked about.
 */
public final class WholeNumbers implements Predicate<String> {

    private final Access access;
    private final Map<String, Object> likeness;
    private final Map<Object, Boolean> known = new HashMap<>();

    private WholeNumbers(Access access, Map<String, Object> likeness) {
        this.access = access;
        this.likeness = likeness;
    }

    /** @return whether the number of the user with an id, one of the rows, is shown whole */
    public static Predicate<String> of(AdminRequest request, List<UserRow> rows) {
        Access access = request.access();
        if (access.seesAllNumbers() || !access.permissionsAreFineGrained() || rows.isEmpty()) {
            return id -> access.seesAllNumbers();
        }
        // A script can look at the user itself.
        boolean alike = !Profile.isFeatureEnabled(Profile.Feature.SCRIPTS);
        return new WholeNumbers(access, alike ? likenessOf(request, rows) : Map.of());
    }

    @Override
    public boolean test(String userId) {
        return known.computeIfAbsent(likeness.getOrDefault(userId, userId), like -> access.seesNumbersOf(userId));
    }

    /** Users with a permission of their own are missing, and users of a directory, whose groups may not be known here. */
    private static Map<String, Object> likenessOf(AdminRequest request, List<UserRow> rows) {
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
        groups.keySet().removeAll(withPermissionOfTheirOwn(entities, request, ids));
        return new HashMap<>(groups);
    }

    private static Set<String> withPermissionOfTheirOwn(EntityManager entities, AdminRequest request, Set<String> ids) {
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
