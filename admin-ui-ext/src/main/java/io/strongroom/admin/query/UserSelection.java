package io.strongroom.admin.query;

import jakarta.persistence.criteria.Predicate;
import java.util.function.Function;

/**
 * Which users are wanted, and what is to be known of them.
 *
 * @param search   a part of the name or address, or null
 * @param which    what must hold of them besides
 * @param exempt   what is told as exempt, required likewise
 * @param outside  whether the number of the attribute counts
 * @param after    only user names behind this one, or null: for reading on without counting
 */
public record UserSelection(
        String search,
        Function<UserPredicates, Predicate> which,
        Function<UserPredicates, Predicate> exempt,
        Function<UserPredicates, Predicate> required,
        boolean outside,
        String after) {

    /** By a tenant's rule. */
    public static UserSelection of(TenantStanding standing, String search, UserStatus status) {
        return new UserSelection(
                search,
                user -> status == null ? user.builder().conjunction() : standing.is(status, user),
                standing::isExempt,
                standing::isRequired,
                standing.numbersFromOutside(),
                null);
    }

    public UserSelection after(String username) {
        return new UserSelection(search, which, exempt, required, outside, username);
    }

    public UserSelection and(Function<UserPredicates, Predicate> more) {
        return new UserSelection(
                search,
                user -> user.builder().and(which.apply(user), more.apply(user)),
                exempt,
                required,
                outside,
                after);
    }
}
