package io.strongroom.admin.query;

import io.strongroom.policy.Method;
import jakarta.persistence.criteria.Predicate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The rule by which a page of users computes what each row shows. */
public interface RowRule {

    /** Returns whether numbers from the user profile attribute count. */
    boolean profileNumbers();

    Predicate isExempt(UserPredicates user);

    Predicate isRequired(UserPredicates user);

    /** Returns the roles that hold users to special methods. */
    Map<String, RoleGrants> holdingRoles();

    /**
     * Returns the methods to which a user is held.
     *
     * @param roles those of the {@link #holdingRoles} that the user has
     * @return empty if none of the roles holds the user to special methods
     */
    Optional<Set<Method>> heldTo(Set<String> roles);

    /** Returns the methods that the rule accepts from users whom no role holds to special ones. */
    Set<Method> methods();
}
