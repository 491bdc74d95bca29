package io.strongroom.admin.ownaccount;

import io.strongroom.policy.Enforcement;
import io.strongroom.policy.OrganizationRule;
import io.strongroom.policy.Tenancy;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * A user's memberships of organizations, and what the user's roles mean to those whose policy is on.
 *
 * @param all        ids of the organizations
 * @param asking     ids of those whose policy is on
 * @param exemptFrom ids of those whose policy exempts the user
 * @param requiredBy ids of those whose policy requires a factor of the user's roles
 */
record Memberships(Set<String> all, Set<String> asking, Set<String> exemptFrom, Set<String> requiredBy) {

    /**
     * @param all     ids of the user's organizations
     * @param tenancy the policies to judge by, which may be older than the memberships
     * @param hasRole tests whether the user has a role
     */
    static Memberships of(Collection<String> all, Tenancy tenancy, Predicate<String> hasRole) {
        List<OrganizationRule> on = tenancy.organizations().stream()
                .filter(rule -> rule.in(tenancy.realm()).policy().enforcement() != Enforcement.OFF)
                .toList();
        Function<Predicate<OrganizationRule>, Set<String>> ids = condition ->
                on.stream().filter(condition).map(OrganizationRule::id).collect(Collectors.toSet());
        return new Memberships(
                Set.copyOf(all),
                ids.apply(rule -> true),
                ids.apply(rule -> rule.in(tenancy.realm()).policy().roles().exempt().stream()
                        .anyMatch(hasRole)),
                ids.apply(rule -> rule.in(tenancy.realm()).policy().roles().required().stream()
                        .anyMatch(hasRole)));
    }

    /**
     * Returns whether the user has left an organization that asks, has become exempt from the policy of one, or has lost
     * a role for which one requires a factor.
     */
    boolean areEasierThan(Memberships before) {
        Set<String> newlyExempt = new HashSet<>(exemptFrom);
        newlyExempt.removeAll(before.exemptFrom);
        return !all.containsAll(before.asking)
                || newlyExempt.stream().anyMatch(before.asking::contains)
                || !requiredBy.containsAll(before.requiredBy);
    }
}
