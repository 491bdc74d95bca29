package io.strongroom.policy;

import io.strongroom.policy.Facts.Factor;
import io.strongroom.policy.Facts.Room;
import java.util.Optional;

/** Decides which changes users may make to their own factors (C2, T1, T2). */
public final class SelfService {

    private SelfService() {}

    /**
     * Returns whether users may set up this method themselves: the tenant must allow self-service and accept the
     * method.
     */
    public static boolean maySetUp(TenantPolicy tenant, Method method) {
        return tenant.selfService() && tenant.accepts(method);
    }

    /** Why users may not remove their own factors. */
    public enum Hindrance {
        /** Administrators manage the factors of this tenant. */
        ADMINISTERED,
        /** The tenant or a role requires a factor. */
        REQUIRED,
        /** One of the user's data rooms requires a factor. */
        DATA_ROOM,
        /** An administrator set a factor for the user. */
        SET_FOR_USER
    }

    /**
     * Returns why the user may not remove their own factors; empty if they may. Users may remove them if no rule
     * requires a factor and no administrator set one for them. Only administrators may remove a required factor
     * (C12).
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
                    case OPTIONAL ->
                        facts.user().required() || facts.user().heldTo().isPresent();
                    case REQUIRED -> true;
                };
    }
}
