package io.strongroom.admin.policy;

import io.strongroom.policy.Enforcement;
import io.strongroom.policy.TenantPolicy;

/**
 * Checks whether a changed policy might lock owners out, because it newly requires a factor or no longer accepts a
 * factor that it accepted before (T7).
 */
final class Tightening {

    private Tightening() {}

    static boolean isIn(TenantPolicy before, TenantPolicy after) {
        boolean requires = after.enforcement() == Enforcement.REQUIRED;
        boolean requiredBefore =
                before.enforcement() == Enforcement.REQUIRED && after.methods().containsAll(before.methods());
        return requires && !requiredBefore;
    }
}
