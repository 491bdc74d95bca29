package io.strongroom.policy;

import io.strongroom.policy.AppliedPolicy.Part;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The policies of a user's tenants: the realm's, and those of the user's organizations (X15). */
public final class Tenancy {

    private final TenantPolicy realm;
    private final List<OrganizationRule> organizations;
    private final List<OfTenant> policies;

    /** @param organization id of the organization; empty for the realm */
    private record OfTenant(Optional<String> organization, TenantPolicy policy) {

        boolean isOn() {
            return policy.enforcement() != Enforcement.OFF;
        }

        Set<String> exemptRoles() {
            return policy.roles().exempt();
        }

        Set<String> requiredRoles() {
            return policy.roles().required();
        }
    }

    /**
     * @param realm         the realm's policy
     * @param organizations the user's organizations that have a policy
     */
    public Tenancy(TenantPolicy realm, List<OrganizationRule> organizations) {
        this.realm = realm;
        this.organizations = List.copyOf(organizations);
        this.policies = Stream.concat(
                        Stream.of(new OfTenant(Optional.empty(), realm)),
                        organizations.stream()
                                .map(rule -> new OfTenant(
                                        Optional.of(rule.id()), rule.in(realm).policy())))
                .toList();
    }

    /** Returns the realm's policy. */
    public TenantPolicy realm() {
        return realm;
    }

    /** Returns the user's organizations that have a policy. */
    public List<OrganizationRule> organizations() {
        return organizations;
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
        return policies.stream().anyMatch(OfTenant::isOn);
    }

    /** Returns every method that one of the policies accepts, including those of policies that do not apply. */
    public Stream<Method> methods() {
        return policies.stream().flatMap(tenant -> tenant.policy().methods().stream());
    }

    /**
     * Returns the policy that applies to the user: the strictest reading of all policies that are on and from which the
     * user is not exempt. If all are off, it is the realm's; if the user is exempt from all, that of all.
     *
     * @param isExempt   checks whether the user has one of these exempt roles
     * @param isRequired checks whether the user has one of these required roles
     */
    public AppliedPolicy applied(Predicate<Set<String>> isExempt, Predicate<Set<String>> isRequired) {
        Predicate<Set<String>> exempts = once(isExempt);
        Predicate<Set<String>> requires = once(isRequired);
        List<OfTenant> on = policies.stream().filter(OfTenant::isOn).toList();
        List<OfTenant> asking = on.isEmpty() ? policies.subList(0, 1) : on;
        List<OfTenant> counting = asking.stream()
                .filter(tenant -> !exempts.test(tenant.exemptRoles()))
                .toList();
        List<Part> applied = (counting.isEmpty() ? asking : counting)
                .stream()
                        .map(tenant ->
                                new Part(tenant.organization(), tenant.policy(), requires.test(tenant.requiredRoles())))
                        .toList();
        return new AppliedPolicy(
                realm.strictest(applied.stream().map(Part::policy).toList()),
                applied,
                applied.stream().anyMatch(Part::required),
                counting.isEmpty());
    }

    /** Most policies name the same roles, and finding out whether a user has one can be expensive. */
    private static Predicate<Set<String>> once(Predicate<Set<String>> check) {
        Map<Set<String>, Boolean> known = new HashMap<>();
        return roles -> known.computeIfAbsent(roles, check::test);
    }
}
