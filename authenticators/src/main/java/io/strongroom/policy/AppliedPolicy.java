package io.strongroom.policy;

import java.util.List;
import java.util.Set;

/**
 * The policy that applies to a user.
 *
 * @param policy        the strictest reading of the policies of the user's tenants
 * @param organizations the accepted methods of each of the user's organizations whose policy applies
 * @param required      whether the user has a role that requires a second factor
 * @param exempt        whether the user has a role that exempts them from every policy
 */
public record AppliedPolicy(TenantPolicy policy, List<Set<Method>> organizations, boolean required, boolean exempt) {}
