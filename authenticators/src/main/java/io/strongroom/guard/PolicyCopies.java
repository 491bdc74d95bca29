package io.strongroom.guard;

import io.strongroom.json.Json;
import io.strongroom.policy.OrganizationRule;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Copies of policies, as they are stored in the guard's configuration.
 *
 * @param ofRealm         attributes of the realm's policy
 * @param ofOrganizations attributes of the policies of organizations, by the organization's id
 */
record PolicyCopies(Map<String, String> ofRealm, Map<String, Map<String, String>> ofOrganizations) {

    private static final String ORGANIZATION = "organization.";

    static PolicyCopies of(Map<String, String> realm, Collection<OrganizationRule> organizations) {
        Map<String, Map<String, String>> copies = new TreeMap<>();
        organizations.forEach(rule -> copies.put(rule.id(), rule.attributes()));
        return new PolicyCopies(realm, copies);
    }

    /**
     * Reads the copies; those that are unreadable are skipped.
     *
     * @param config null if there is none
     */
    static PolicyCopies in(Map<String, String> config) {
        PolicyCopies copies = new PolicyCopies(new TreeMap<>(), new TreeMap<>());
        (config == null ? Map.<String, String>of() : config).forEach((name, value) -> {
            if (name.startsWith(ORGANIZATION)) {
                Json.read(value, Map.class)
                        .ifPresent(policy ->
                                copies.ofOrganizations.put(name.substring(ORGANIZATION.length()), attributes(policy)));
            } else {
                copies.ofRealm.put(name, value);
            }
        });
        return copies;
    }

    private static Map<String, String> attributes(Map<?, ?> json) {
        Map<String, String> attributes = new TreeMap<>();
        json.forEach((name, value) -> attributes.put(String.valueOf(name), String.valueOf(value)));
        return attributes;
    }

    PolicyCopies without(String organizationId) {
        Map<String, Map<String, String>> others = new TreeMap<>(ofOrganizations);
        others.remove(organizationId);
        return new PolicyCopies(ofRealm, others);
    }

    Map<String, String> asConfig() {
        Map<String, String> config = new HashMap<>(ofRealm);
        ofOrganizations.forEach((id, policy) -> config.put(ORGANIZATION + id, Json.write(new TreeMap<>(policy))));
        return config;
    }
}
