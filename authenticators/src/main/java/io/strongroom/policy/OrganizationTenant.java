package io.strongroom.policy;

/**
 * An organization as the tenant in whose name a login's messages are sent (X15).
 *
 * @param id     the organization's id
 * @param name   the name as messages show it; empty if its name can't be shown
 * @param policy the organization's policy, which is the realm's if it has no policy attributes
 */
public record OrganizationTenant(String id, String name, OrganizationPolicy policy) {

    /** @param name the organization's name, as its administrators wrote it */
    public static OrganizationTenant of(String id, String name, OrganizationPolicy policy) {
        return new OrganizationTenant(id, OrganizationName.shown(name), policy);
    }
}
