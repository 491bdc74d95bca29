package io.strongroom.policy;

import io.strongroom.policy.Facts.Factor;
import io.strongroom.policy.Facts.Room;
import java.util.Optional;

/** What users may do about their own factors (C2, T1, T2). */
public final class SelfService {

    private SelfService() {}

    /** Whether a user may set up this method by themselves: it has to be one the tenant offers. */
    public static boolean maySetUp(TenantPolicy tenant, Method method) {
        return tenant.selfService() && tenant.methods().contains(method);
    }

    /** Why a user may not remove factors by themselves. */
    public enum Hindrance {
        /** Administrators manage the factors of this tenant. */
        ADMINISTERED,
        /** The tenant, or a role, requires one of the user. */
        REQUIRED,
        /** A data room of the user's enforces its rule. */
        DATA_ROOM,
        /** One was set for the user. */
        SET_FOR_USER
    }

    /**
     * What keeps a user from removing factors by themselves, if anything: they may only where nothing enforces a second factor
     * on them, and none was set for them. What is enforced is revoked by administrators alone (C12).
     */
    public static Optional<Hindrance> hindrance(Facts facts) {
        if (!facts.tenant().selfService()) {
            return Optional.of(Hindrance.ADMINISTERED);
        }
        if (isRequired(facts)) {
            return Optional.of(Hindrance.REQUIRED);
        }
        if (facts.rooms().stream().anyMatch(Room::asks)) {
            return Optional.of(Hindrance.DATA_ROOM);
        }
        return facts.factors().stream().allMatch(Factor::isOwn)
                ? Optional.empty()
                : Optional.of(Hindrance.SET_FOR_USER);
    }

    private static boolean isRequired(Facts facts) {
        return !facts.user().exempt()
                && switch (facts.tenant().enforcement()) {
                    case OFF -> false;
                    case OPTIONAL -> facts.user().required();
                    case REQUIRED -> true;
                };
    }
}
