package io.strongroom.policy;

import io.strongroom.policy.Facts.Factor;
import io.strongroom.policy.Facts.Room;

/** What users may do about their own factors (C2, T1, T2). */
public final class SelfService {

    private SelfService() {}

    /** Whether a user may set up this method by themselves: it has to be one the tenant offers. */
    public static boolean maySetUp(TenantPolicy tenant, Method method) {
        return tenant.selfService() && tenant.methods().contains(method);
    }

    /**
     * Whether a user may remove factors by themselves: only where nothing enforces a second factor on them, and none was set
     * for them. What is enforced is revoked by administrators alone (C12).
     */
    public static boolean mayRemove(Facts facts) {
        boolean enforced = facts.tenant().enforcement() == Enforcement.REQUIRED
                && !facts.user().exempt();
        boolean byRole = facts.tenant().enforcement() == Enforcement.OPTIONAL
                && facts.user().required()
                && !facts.user().exempt();
        return facts.tenant().selfService()
                && !enforced
                && !byRole
                && facts.rooms().stream().noneMatch(Room::asks)
                && facts.factors().stream().allMatch(Factor::isOwn);
    }
}
