package io.strongroom.policy.store;

import io.strongroom.policy.OrganizationRule;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The policy attributes of an organization as they are in the database, so that a query can find organizations with the
 * same rule.
 *
 * @param rule   the attributes as they are read
 * @param values the values of each attribute, never empty
 */
public record StoredOrganization(OrganizationRule rule, Map<String, Set<String>> values) {

    static StoredOrganization of(String id, Map<String, Set<String>> values) {
        Map<String, String> joined = new TreeMap<>();
        values.forEach((name, set) -> joined.put(name, GroupAttributes.joined(set.stream())));
        return new StoredOrganization(new OrganizationRule(id, joined), values);
    }
}
