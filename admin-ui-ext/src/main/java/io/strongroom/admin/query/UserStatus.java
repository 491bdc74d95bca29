package io.strongroom.admin.query;

import io.strongroom.policy.Enforcement;
import io.strongroom.policy.TenantPolicy;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Where a user stands with a rule. Of several that fit, the first in this order. */
public enum UserStatus {
    /** In a directory whose users are not imported: nothing is known here. */
    UNKNOWN,
    /** A factor is locked after too many wrong entries. */
    LOCKED,
    /** Not asked by the tenant, by role. */
    EXEMPT,
    /** Has a number and an authenticator app. */
    BOTH,
    SMS,
    TOTP,
    /** Has nothing, is asked, and may still put it off. */
    IN_GRACE,
    NONE;

    /**
     * What the status rests on.
     *
     * @param required   whether they hold a role that requires a second factor
     * @param graceSince when they first met the rule, or empty: not yet
     */
    public record Standing(
            boolean locked,
            boolean exempt,
            boolean required,
            boolean sms,
            boolean totp,
            Optional<Instant> graceSince) {}

    /** As it is written in JSON and in queries, such as {@code in-grace}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<UserStatus> ofWord(String word) {
        return Stream.of(values()).filter(status -> status.word().equals(word)).findFirst();
    }

    public static List<String> words() {
        return Stream.of(values()).map(UserStatus::word).toList();
    }

    /** By the rule of a tenant. */
    public static UserStatus of(Standing standing, TenantPolicy tenant, Instant now) {
        if (standing.locked()) {
            return LOCKED;
        }
        if (standing.exempt()) {
            return EXEMPT;
        }
        UserStatus byFactors = ofFactors(standing.sms(), standing.totp());
        boolean mayWait = byFactors == NONE
                && asks(tenant, standing.required())
                && tenant.grace().endFor(standing.graceSince(), now).isPresent();
        return mayWait ? IN_GRACE : byFactors;
    }

    /** By the rule of a data room, from which no role exempts and which nobody puts off. */
    public static UserStatus ofMember(boolean locked, boolean sms, boolean totp) {
        return locked ? LOCKED : ofFactors(sms, totp);
    }

    /** Whether a tenant asks a user who is not exempt and has set up nothing. */
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
