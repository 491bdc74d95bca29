package io.strongroom.admin.query;

import jakarta.persistence.criteria.Predicate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The users to load, and the rule by which their rows are computed.
 *
 * @param search part of a name or e-mail address, or null
 * @param which  further condition for the users
 * @param rule   the rule
 * @param after  user name after which the page begins, for keyset pagination; or null for the first page
 */
public record UserSelection(String search, Function<UserPredicates, Predicate> which, RowRule rule, String after) {

    /** Selects all users. */
    public static UserSelection all(TenantStatusQuery standing) {
        return of(standing, null, null);
    }

    public static UserSelection withStatus(TenantStatusQuery standing, UserStatus status) {
        return of(standing, null, status);
    }

    /** Selects, for each factor that the tenant accepts from any user, those who have it. */
    public static Map<String, UserSelection> byFactor(TenantStatusQuery standing) {
        Map<String, UserSelection> selections = new LinkedHashMap<>();
        standing.factors()
                .forEach(factor ->
                        selections.put(factor.method().word(), all(standing).and(user -> standing.has(factor, user))));
        return selections;
    }

    /**
     * Selects users by a search and by their status under a tenant policy.
     *
     * @param search part of a name or e-mail address, or null
     * @param status the status to select, or null for any
     */
    public static UserSelection of(TenantStatusQuery standing, String search, UserStatus status) {
        return new UserSelection(
                search,
                user -> status == null ? user.builder().conjunction() : standing.is(status, user),
                standing,
                null);
    }

    /**
     * Selects only members of one organization.
     *
     * @param groupId id of the organization's internal group
     */
    public UserSelection ofOrganization(String groupId) {
        return and(user -> user.memberOf(List.of(groupId)));
    }

    public UserSelection after(String username) {
        return new UserSelection(search, which, rule, username);
    }

    public UserSelection and(Function<UserPredicates, Predicate> condition) {
        return new UserSelection(
                search, user -> user.builder().and(which.apply(user), condition.apply(user)), rule, after);
    }
}
