package io.strongroom.policy;

import io.strongroom.policy.AppliedPolicy.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The policies of a user's tenants: the realm's, and those of the user's organizations (X15).
 *
 * @param realm         the realm's policy
 * @param organizations the user's organizations that have a policy
 */
public record Tenancy(TenantPolicy realm, List<OrganizationRule> organizations) {

    /**
     * One policy as it applies to the user.
     *
     * @param organization id of the organization; empty for the realm
     * @param exempt       whether the user has a role that exempts them from this policy
     */
    private record Rule(Optional<String> organization, TenantPolicy policy, boolean exempt) {
        boolean isOn() {
            return policy.enforcement() != Enforcement.OFF;
        }
    }

    /** Returns the same tenancy in a realm with another policy, which may not be in force yet. */
    public Tenancy in(TenantPolicy other) {
        return new Tenancy(other, organizations);
    }

    /** Returns the same tenancy with another policy of one organization, which may not be in force yet. */
    public Tenancy with(OrganizationRule organization) {
        List<OrganizationRule> others = organizations.stream()
                .filter(other -> !other.id().equals(organization.id()))
                .toList();
        return new Tenancy(
                realm, Stream.concat(others.stream(), Stream.of(organization)).toList());
    }

    /** Returns whether any of the policies can ask the user for a factor. */
    public boolean isOn() {
        return all().anyMatch(policy -> policy.enforcement() != Enforcement.OFF);
    }

    /** Returns every method that one of the policies accepts, including those of policies that do not apply. */
    public Stream<Method> methods() {
        return all().flatMap(policy -> policy.methods().stream());
    }

    private Stream<TenantPolicy> all() {
        return Stream.concat(
                Stream.of(realm),
                organizations.stream()
                        .map(organization -> organization.in(realm).policy()));
    }

    /**
     * Returns the policy that applies to the user: the strictest reading of all policies that are on and from which the
     * user is not exempt. If all are off, it is the realm's; if the user is exempt from all, that of all.
     *
     * @param isExempt   checks whether the user has one of these exempt roles
     * @param isRequired checks whether the user has one of these required roles
     */
    public AppliedPolicy applied(Predicate<Set<String>> isExempt, Predicate<Set<String>> isRequired) {
        Rule ofRealm = rule(Optional.empty(), realm, isExempt);
        List<Rule> rules = new ArrayList<>(List.of(ofRealm));
        organizations.forEach(organization -> rules.add(
                rule(Optional.of(organization.id()), organization.in(realm).policy(), isExempt)));
        List<Rule> on = rules.stream().filter(Rule::isOn).toList();
        List<Rule> asking = on.isEmpty() ? List.of(ofRealm) : on;
        List<Rule> counting = asking.stream().filter(rule -> !rule.exempt()).toList();
        List<Part> applied = (counting.isEmpty() ? asking : counting)
                .stream()
                        .map(rule -> new Part(
                                rule.organization(),
                                rule.policy(),
                                isRequired.test(rule.policy().roles().required())))
                        .toList();
        return new AppliedPolicy(
                realm.strictest(applied.stream().map(Part::policy).toList()),
                applied,
                applied.stream().anyMatch(Part::required),
                counting.isEmpty());
    }

    private static Rule rule(Optional<String> organization, TenantPolicy policy, Predicate<Set<String>> isExempt) {
        return new Rule(organization, policy, isExempt.test(policy.roles().exempt()));
    }
}
