package io.strongroom.admin.query;

import jakarta.persistence.criteria.Predicate;
import java.util.function.Function;

/**
 * The users to load, and what to compute about them.
 *
 * @param search         part of a name or e-mail address, or null
 * @param which          further condition for the users
 * @param exempt         condition computed as the {@code exempt} column
 * @param required       condition computed as the {@code required} column
 * @param profileNumbers whether numbers from the user profile attribute count
 * @param after          user name after which the page begins, for keyset pagination; or null for the first page
 */
public record UserSelection(
        String search,
        Function<UserPredicates, Predicate> which,
        Function<UserPredicates, Predicate> exempt,
        Function<UserPredicates, Predicate> required,
        boolean profileNumbers,
        String after) {

    /** Selects all users. */
    public static UserSelection all(TenantStatusQuery standing) {
        return of(standing, null, null);
    }

    public static UserSelection withStatus(TenantStatusQuery standing, UserStatus status) {
        return of(standing, null, status);
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
                standing::isExempt,
                standing::isRequired,
                standing.profileNumbers(),
                null);
    }

    public UserSelection after(String username) {
        return new UserSelection(search, which, exempt, required, profileNumbers, username);
    }

    public UserSelection and(Function<UserPredicates, Predicate> condition) {
        return new UserSelection(
                search,
                user -> user.builder().and(which.apply(user), condition.apply(user)),
                exempt,
                required,
                profileNumbers,
                after);
    }
}
