package io.strongroom.policy;

import java.util.Map;

/**
 * The policy attributes of an organization, as they are stored.
 *
 * @param id         the organization's id
 * @param attributes the policy attributes that are set
 */
public record OrganizationRule(String id, Map<String, String> attributes) {

    /** Returns the organization's policy in a realm with this policy. */
    public OrganizationPolicy in(TenantPolicy realm) {
        return OrganizationPolicy.parse(attributes::get, realm);
    }
}
