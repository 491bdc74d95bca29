package io.strongroom.admin.query;

import io.strongroom.policy.Enforcement;
import io.strongroom.policy.TenantPolicy;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The status of a user under a policy. If several apply, the first in this order counts. */
public enum UserStatus {
    /** Is in a directory whose users are not imported, so the factors are unknown. */
    UNKNOWN,
    /** Has a factor that is locked after too many wrong entries. */
    LOCKED,
    /** Has a role that exempts the user from the tenant policy. */
    EXEMPT,
    /** Has a number and an authenticator app. */
    BOTH,
    SMS,
    TOTP,
    /** Has no factor, is asked, and may still postpone setting one up. */
    IN_GRACE,
    NONE;

    /**
     * The data that determines the status.
     *
     * @param required   whether the user has a role that requires a second factor
     * @param graceSince start of the grace period, or empty if it has not started
     */
    public record Inputs(
            boolean locked,
            boolean exempt,
            boolean required,
            boolean sms,
            boolean totp,
            Optional<Instant> graceSince) {}

    /** Returns the id used in JSON and in query parameters, such as {@code in-grace}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<UserStatus> ofId(String id) {
        return Stream.of(values()).filter(status -> status.id().equals(id)).findFirst();
    }

    public static List<String> ids() {
        return Stream.of(values()).map(UserStatus::id).toList();
    }

    /** Returns the status under a tenant policy. */
    public static UserStatus of(Inputs inputs, TenantPolicy tenant, Instant now) {
        if (inputs.locked()) {
            return LOCKED;
        }
        if (inputs.exempt()) {
            return EXEMPT;
        }
        UserStatus byFactors = ofFactors(inputs.sms(), inputs.totp());
        boolean mayPostpone = byFactors == NONE
                && asks(tenant, inputs.required())
                && tenant.grace().endFor(inputs.graceSince(), now).isPresent();
        return mayPostpone ? IN_GRACE : byFactors;
    }

    /** Returns the status under the rule of a data room, which has no exempt roles and no grace period. */
    public static UserStatus ofMember(boolean locked, boolean sms, boolean totp) {
        return locked ? LOCKED : ofFactors(sms, totp);
    }

    /** Returns whether a tenant policy asks a user who is not exempt and has no factor. */
    static boolean asks(TenantPolicy tenant, boolean required) {
        return tenant.enforcement() == Enforcement.REQUIRED
                || (tenant.enforcement() == Enforcement.OPTIONAL && required);
    }

    private static UserStatus ofFactors(boolean sms, boolean totp) {
        if (sms && totp) {
            return BOTH;
        }
        if (sms) {
            return SMS;
        }
        return totp ? TOTP : NONE;
    }
}
