package io.strongroom.admin.query;

import io.strongroom.policy.OrganizationRule;
import io.strongroom.policy.TenantPolicy;
import io.strongroom.policy.store.StoredOrganization;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * An organization whose members a query judges.
 *
 * @param policy the policy by which they are judged, which need not be in force
 * @param stored the stored attributes; empty if the organization has no policy yet
 */
record JudgedOrganization(String id, TenantPolicy policy, Optional<StoredOrganization> stored) {

    /**
     * @param realm  the policy of the realm
     * @param rules  the policies of the organizations
     * @param stored the policies of the organizations in force
     */
    static List<JudgedOrganization> of(
            TenantPolicy realm, Collection<OrganizationRule> rules, Collection<StoredOrganization> stored) {
        Map<String, StoredOrganization> byId = stored.stream()
                .collect(Collectors.toMap(organization -> organization.rule().id(), Function.identity()));
        Map<Map<String, String>, TenantPolicy> policies = new HashMap<>(); // many have the same one
        return rules.stream()
                .map(rule -> new JudgedOrganization(
                        rule.id(),
                        policies.computeIfAbsent(
                                rule.attributes(), attributes -> rule.in(realm).policy()),
                        Optional.ofNullable(byId.get(rule.id()))))
                .toList();
    }
}
