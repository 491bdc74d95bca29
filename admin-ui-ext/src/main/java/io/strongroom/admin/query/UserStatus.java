package io.strongroom.admin.query;

import io.strongroom.policy.Enforcement;
import io.strongroom.policy.TenantPolicy;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The status of a user under a policy. If several statuses apply, the first one declared here counts. */
public enum UserStatus {
    /** The user is in a directory whose users are not imported, so their factors are unknown. */
    UNKNOWN,
    /** The user has a factor that is locked after too many wrong entries. */
    LOCKED,
    /** The user has a role that exempts them from the tenant policy. */
    EXEMPT,
    /** The user has a phone number and an authenticator app. */
    BOTH,
    SMS,
    TOTP,
    /** The user is asked for a factor, has none, and may still postpone setting one up. */
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

    /** Returns whether a tenant policy asks a user for a factor if the user is not exempt and has none. */
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
