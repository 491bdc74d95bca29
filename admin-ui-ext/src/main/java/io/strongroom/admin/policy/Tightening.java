package io.strongroom.admin.policy;

import io.strongroom.policy.Enforcement;
import io.strongroom.policy.TenantPolicy;

/** Whether a change makes a rule that its owners might not pass: one that is required anew, or by other methods (T7). */
final class Tightening {

    private Tightening() {}

    static boolean isIn(TenantPolicy before, TenantPolicy after) {
        boolean requires = after.enforcement() == Enforcement.REQUIRED;
        boolean didBefore =
                before.enforcement() == Enforcement.REQUIRED && after.methods().containsAll(before.methods());
        return requires && !didBefore;
    }
}
