package io.strongroom.admin.query;

import io.strongroom.admin.request.Paging;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.CriteriaQuery;
import jakarta.persistence.criteria.Expression;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import jakarta.persistence.criteria.Selection;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hibernate.query.criteria.HibernateCriteriaBuilder;
import org.keycloak.authorization.fgap.AdminPermissionsSchema;
import org.keycloak.authorization.fgap.evaluation.partial.PartialEvaluationStorageProvider;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserProvider;
import org.keycloak.models.jpa.entities.UserEntity;
import org.keycloak.models.jpa.entities.UserGroupMembershipEntity;

/**
 * Loads pages of the users whom the administrator may see. Runs one SQL statement for the users, one for their
 * credentials and, in a realm with organizations, one for these, regardless of the number of users. Service accounts are excluded.
 */
public final class UserPages {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final EntityManager entities;

    public UserPages(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
        this.entities = session.getProvider(JpaConnectionProvider.class).getEntityManager();
    }

    public List<UserRow> page(UserSelection selection, Paging paging) {
        List<Tuple> users = entities.createQuery(users(selection))
                .setFirstResult(paging.first())
                .setMaxResults(paging.max())
                .getResultList();
        List<String> ids =
                users.stream().map(user -> user.get("id", String.class)).toList();
        Map<String, StoredFactors> factors = new BulkCredentials(entities).of(ids);
        Map<String, List<Organization>> organizations =
                selection.rule().organizations() ? new BulkOrganizations(entities).of(ids) : Map.of();
        return users.stream()
                .map(user -> {
                    String id = user.get("id", String.class);
                    return row(user, selection.rule(), organizations.getOrDefault(id, List.of()), factors.get(id));
                })
                .toList();
    }

    /** Returns the ids of all users of a selection. */
    public Set<String> ids(UserSelection selection) {
        CriteriaBuilder builder = entities.getCriteriaBuilder();
        CriteriaQuery<String> query = builder.createQuery(String.class);
        Root<UserEntity> user = query.from(UserEntity.class);
        query.select(user.get("id")).where(conditions(builder, query, user, selection));
        return new HashSet<>(entities.createQuery(query).getResultList());
    }

    public long count(UserSelection selection) {
        CriteriaBuilder builder = entities.getCriteriaBuilder();
        CriteriaQuery<Long> query = builder.createQuery(Long.class);
        Root<UserEntity> user = query.from(UserEntity.class);
        query.select(builder.count(user)).where(conditions(builder, query, user, selection));
        return entities.createQuery(query).getSingleResult();
    }

    /** Counts the users of each selection, with one statement for all selections. */
    public <K> Map<K, Long> counts(Map<K, UserSelection> selections) {
        List<K> keys = List.copyOf(selections.keySet());
        List<CriteriaQuery<Object[]>> queries = new ArrayList<>();
        for (int index = 0; index < keys.size(); index++) {
            queries.add(counting(index, selections.get(keys.get(index))));
        }
        Map<K, Long> counts = new LinkedHashMap<>();
        if (!queries.isEmpty()) {
            keys.forEach(key -> counts.put(key, 0L));
            entities.createQuery(together(queries))
                    .getResultList()
                    .forEach(row -> counts.put(keys.get((Integer) row[0]), (Long) row[1]));
        }
        return counts;
    }

    /**
     * Counts the members of each group for each selection, with one statement for all of them. Groups and selections
     * without users are missing from the result.
     *
     * @param groups ids of the groups; their subgroups are not counted
     */
    public <K> Map<String, Map<K, Long>> countsByGroup(Collection<String> groups, Map<K, UserSelection> selections) {
        List<K> keys = List.copyOf(selections.keySet());
        Map<String, Map<K, Long>> counts = new HashMap<>();
        if (!groups.isEmpty() && !keys.isEmpty()) {
            List<CriteriaQuery<Object[]>> queries = IntStream.range(0, keys.size())
                    .mapToObj(index -> countingByGroup(index, groups, selections.get(keys.get(index))))
                    .toList();
            entities.createQuery(together(queries))
                    .getResultList()
                    .forEach(row -> counts.computeIfAbsent((String) row[1], id -> new HashMap<>())
                            .put(keys.get((Integer) row[0]), (Long) row[2]));
        }
        return counts;
    }

    private CriteriaQuery<Object[]> countingByGroup(int index, Collection<String> groups, UserSelection selection) {
        CriteriaBuilder builder = entities.getCriteriaBuilder();
        CriteriaQuery<Object[]> query = builder.createQuery(Object[].class);
        Root<UserEntity> user = query.from(UserEntity.class);
        Root<UserGroupMembershipEntity> membership = query.from(UserGroupMembershipEntity.class);
        List<Predicate> conditions = new ArrayList<>(List.of(conditions(builder, query, user, selection)));
        conditions.add(builder.equal(membership.get("user").get("id"), user.get("id")));
        conditions.add(membership.get("groupId").in(groups));
        return query.select(builder.array(builder.literal(index), membership.get("groupId"), builder.count(user)))
                .where(conditions.toArray(Predicate[]::new))
                .groupBy(membership.get("groupId"));
    }

    private CriteriaQuery<Object[]> counting(int index, UserSelection selection) {
        CriteriaBuilder builder = entities.getCriteriaBuilder();
        CriteriaQuery<Object[]> query = builder.createQuery(Object[].class);
        Root<UserEntity> user = query.from(UserEntity.class);
        return query.select(builder.array(builder.literal(index), builder.count(user)))
                .where(conditions(builder, query, user, selection));
    }

    private CriteriaQuery<Object[]> together(List<CriteriaQuery<Object[]>> queries) {
        CriteriaQuery<?>[] others = queries.subList(1, queries.size()).toArray(CriteriaQuery[]::new);
        return others.length == 0
                ? queries.get(0)
                : ((HibernateCriteriaBuilder) entities.getCriteriaBuilder()).unionAll(queries.get(0), others);
    }

    private CriteriaQuery<Tuple> users(UserSelection selection) {
        CriteriaBuilder builder = entities.getCriteriaBuilder();
        CriteriaQuery<Tuple> query = builder.createTupleQuery();
        Root<UserEntity> user = query.from(UserEntity.class);
        UserPredicates existence = new UserPredicates(builder, query, user);
        RowRule rule = selection.rule();
        Expression<String> profileNumber =
                rule.profileNumbers() ? existence.numberOfProfile() : builder.nullLiteral(String.class);
        List<Selection<?>> columns = new ArrayList<>(List.of(
                user.get("id").alias("id"),
                user.get("username").alias("username"),
                user.get("email").alias("email"),
                user.get("firstName").alias("firstName"),
                user.get("lastName").alias("lastName"),
                user.get("enabled").alias("enabled"),
                profileNumber.alias("profileNumber"),
                existence.flag(existence.hasVerifiedEmail()).alias("emailVerified")));
        rule.roles().values().forEach(grants -> columns.add(existence.flag(existence.hasRole(grants))));
        return query.select(builder.tuple(columns))
                .where(conditions(builder, query, user, selection))
                .orderBy(builder.asc(user.get("username")));
    }

    private Predicate[] conditions(
            CriteriaBuilder builder, CriteriaQuery<?> query, Root<UserEntity> user, UserSelection selection) {
        UserPredicates existence = new UserPredicates(builder, query, user);
        List<Predicate> conditions = new ArrayList<>();
        conditions.add(builder.equal(user.get("realmId"), realm.getId()));
        conditions.add(builder.isNull(user.get("serviceAccountClientLink")));
        conditions.add(selection.which().apply(existence));
        if (selection.search() != null && !selection.search().isBlank()) {
            conditions.add(existence.search(selection.search().strip()));
        }
        if (selection.after() != null) {
            conditions.add(builder.greaterThan(user.get("username"), selection.after()));
        }
        conditions.addAll(AdminPermissionsSchema.SCHEMA.applyAuthorizationFilters(
                session, AdminPermissionsSchema.USERS, permissions(), realm, builder, query, user));
        return conditions.toArray(Predicate[]::new);
    }

    /**
     * Returns Keycloak's JPA user store, which applies permissions on groups to their members, or null if the realm
     * uses another store.
     */
    private PartialEvaluationStorageProvider permissions() {
        return session.getProvider(UserProvider.class, "jpa") instanceof PartialEvaluationStorageProvider store
                ? store
                : null;
    }

    private static UserRow row(Tuple user, RowRule rule, List<Organization> organizations, StoredFactors factors) {
        return new UserRow(
                user.get("id", String.class),
                user.get("username", String.class),
                user.get("email", String.class),
                user.get("firstName", String.class),
                user.get("lastName", String.class),
                user.get("enabled", Boolean.class),
                isSet(user.get("emailVerified")),
                user.get("profileNumber", String.class),
                rule.standing(
                        rolesOf(user, rule)::contains,
                        organizations.stream().map(Organization::id).toList()),
                organizations,
                factors);
    }

    /** Reads the last columns, one for each set of roles, and returns those of which the user has a role. */
    private static Set<Set<String>> rolesOf(Tuple user, RowRule rule) {
        List<Set<String>> roles = List.copyOf(rule.roles().keySet());
        int first = user.getElements().size() - roles.size();
        return IntStream.range(0, roles.size())
                .filter(index -> isSet(user.get(first + index)))
                .mapToObj(roles::get)
                .collect(Collectors.toSet());
    }

    private static boolean isSet(Object flag) {
        return Integer.valueOf(1).equals(flag);
    }
}
