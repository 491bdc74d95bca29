package io.strongroom.admin.query;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** The rule by which a page of users computes what each row shows. */
public interface RowRule {

    /** Returns whether numbers from the user profile attribute count. */
    boolean profileNumbers();

    /** Returns whether rows show the user's organizations. */
    boolean organizations();

    /** Returns the sets of roles on which a row depends, each with what grants one of its roles. */
    Map<Set<String>, RoleGrants> roles();

    /**
     * Returns the standing of one user.
     *
     * @param holdsAny      checks whether the user has a role of one of the {@link #roles}
     * @param organizations ids of the user's organizations
     */
    Standing standing(Predicate<Set<String>> holdsAny, Collection<String> organizations);
}
