package io.strongroom.policy;

import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * A part of a policy that depends on no other attributes than its own.
 *
 * @param attributes names of its attributes
 * @param of         returns the part of a policy
 */
public record PolicyPart<T>(List<String> attributes, Function<TenantPolicy, T> of) {

    public static final PolicyPart<Enforcement> ENFORCEMENT =
            new PolicyPart<>(List.of(TenantPolicy.ENFORCEMENT), TenantPolicy::enforcement);
    public static final PolicyPart<Set<Method>> METHODS =
            new PolicyPart<>(List.of(TenantPolicy.METHODS), TenantPolicy::methods);
    public static final PolicyPart<Grace> GRACE = new PolicyPart<>(Grace.ATTRIBUTES, TenantPolicy::grace);
    public static final PolicyPart<Set<String>> EXEMPT_ROLES = new PolicyPart<>(
            List.of(TenantPolicy.EXEMPT_ROLES), policy -> policy.roles().exempt());
    public static final PolicyPart<Set<String>> REQUIRED_ROLES = new PolicyPart<>(
            List.of(TenantPolicy.REQUIRED_ROLES), policy -> policy.roles().required());
}
