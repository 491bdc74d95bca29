package io.strongroom.admin.policy;

import io.strongroom.policy.Enforcement;
import io.strongroom.policy.Method;
import io.strongroom.policy.TenantPolicy;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Checks whether a changed policy might lock owners out, because it newly requires a factor or no longer accepts a
 * factor that it accepted before (T7).
 */
public final class Tightening {

    private Tightening() {}

    public static boolean isIn(TenantPolicy before, TenantPolicy after) {
        boolean requires = after.enforcement() == Enforcement.REQUIRED;
        boolean requiredBefore = before.enforcement() == Enforcement.REQUIRED
                && after.methods().containsAll(before.methods())
                && rolesOf(before, after).allMatch(role -> methods(role, after).containsAll(methods(role, before)));
        return requires && !requiredBefore;
    }

    private static Stream<String> rolesOf(TenantPolicy before, TenantPolicy after) {
        return Stream.of(before, after)
                .flatMap(tenant -> tenant.roleMethods().byRole().keySet().stream())
                .distinct();
    }

    private static Set<Method> methods(String role, TenantPolicy tenant) {
        return tenant.roleMethods().byRole().getOrDefault(role, tenant.methods());
    }
}
