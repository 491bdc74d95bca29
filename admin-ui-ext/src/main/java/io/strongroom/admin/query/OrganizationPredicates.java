package io.strongroom.admin.query;

import io.strongroom.policy.Enforcement;
import io.strongroom.policy.PolicyPart;
import io.strongroom.policy.TenantPolicy;
import io.strongroom.policy.store.StoredOrganization;
import jakarta.persistence.criteria.Predicate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Conditions on the policies of a user's organizations, of which only those count that are on. */
final class OrganizationPredicates {

    private final List<JudgedOrganization> organizations;

    /** Ids of organizations whose stored policy does not count any more. */
    private final Set<String> removed;

    private final RoleSets roles;
    private final Map<PolicyPart<?>, PartPredicates<?>> parts = new HashMap<>();

    /** Which policies are considered. */
    enum Of {
        /** Those that are on, whether or not the user is exempt. */
        ALL,
        /** Those that are on, except those from which the user is exempt. */
        NOT_EXEMPT
    }

    OrganizationPredicates(
            List<JudgedOrganization> organizations, Collection<StoredOrganization> stored, RoleSets roles) {
        this.organizations = organizations;
        Set<String> judged = organizations.stream().map(JudgedOrganization::id).collect(Collectors.toSet());
        this.removed = stored.stream()
                .map(organization -> organization.rule().id())
                .filter(id -> !judged.contains(id))
                .collect(Collectors.toSet());
        this.roles = roles;
    }

    /** Returns the different policies that are on. */
    static List<TenantPolicy> on(List<JudgedOrganization> organizations) {
        return organizations.stream()
                .map(JudgedOrganization::policy)
                .filter(OrganizationPredicates::isOn)
                .distinct()
                .toList();
    }

    private static boolean isOn(TenantPolicy policy) {
        return policy.enforcement() != Enforcement.OFF;
    }

    /** Returns the different values of a part of the policies that are on. */
    <T> Set<T> values(PolicyPart<T> part) {
        return on(organizations).stream().map(part.of()).collect(Collectors.toSet());
    }

    /** Returns whether the policy of any organization is on. */
    boolean areOn() {
        return organizations.stream().map(JudgedOrganization::policy).anyMatch(OrganizationPredicates::isOn);
    }

    /** Matches users with any such policy. */
    Predicate any(Of which, UserPredicates user) {
        return any(which, PolicyPart.ENFORCEMENT, enforcement -> true, user);
    }

    /** Matches users with such a policy that meets a condition. */
    <T> Predicate any(Of which, PolicyPart<T> part, java.util.function.Predicate<T> condition, UserPredicates user) {
        boolean arePossible = values(part).stream().anyMatch(condition);
        return arePossible
                ? user.memberOfOrganization(organization -> user.builder()
                        .and(Stream.of(
                                        isJudged(organization),
                                        predicates(PolicyPart.ENFORCEMENT)
                                                .is(enforcement -> enforcement != Enforcement.OFF, organization),
                                        predicates(part).is(condition, organization),
                                        which == Of.ALL
                                                ? user.constant(true)
                                                : isExempt(organization).not())
                                .toArray(Predicate[]::new)))
                : user.never();
    }

    private Predicate isJudged(OrganizationCriteria organization) {
        UserPredicates user = organization.user();
        Set<String> added = organizations.stream()
                .filter(judged -> judged.stored().isEmpty())
                .map(JudgedOrganization::id)
                .collect(Collectors.toSet());
        Predicate stored = organization.hasAny(TenantPolicy.PREFIX);
        Predicate kept = removed.isEmpty()
                ? stored
                : user.builder().and(stored, organization.isOneOf(removed).not());
        return added.isEmpty() ? kept : user.builder().or(kept, organization.isOneOf(added));
    }

    private Predicate isExempt(OrganizationCriteria organization) {
        UserPredicates user = organization.user();
        Map<RoleGrants, Set<Set<String>>> byGrants = values(PolicyPart.EXEMPT_ROLES).stream()
                .filter(names -> !roles.of(names).isEmpty())
                .collect(Collectors.groupingBy(roles::of, Collectors.toSet()));
        return user.anyOf(byGrants.entrySet().stream()
                .map(entry -> user.builder()
                        .and(
                                predicates(PolicyPart.EXEMPT_ROLES).is(entry.getValue()::contains, organization),
                                user.hasRole(entry.getKey()))));
    }

    @SuppressWarnings("unchecked") // each part is stored with its own predicates
    private <T> PartPredicates<T> predicates(PolicyPart<T> part) {
        return (PartPredicates<T>) parts.computeIfAbsent(part, any -> new PartPredicates<>(part, organizations));
    }
}
