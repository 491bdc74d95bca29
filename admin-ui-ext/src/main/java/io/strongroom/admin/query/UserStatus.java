package io.strongroom.admin.query;

import io.strongroom.policy.Enforcement;
import io.strongroom.policy.Method;
import io.strongroom.policy.TenantPolicy;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The status of a user under a policy. If several statuses apply, the first one in {@link #values} counts. A user with
 * one accepted factor has that method's word as status.
 *
 * @param id the id used in JSON and in query parameters, such as {@code in-grace}
 */
public record UserStatus(String id) {

    /** The user is in a directory whose users are not imported, so their factors are unknown. */
    public static final UserStatus UNKNOWN = new UserStatus("unknown");
    /** The user has a factor that is locked after too many wrong entries. */
    public static final UserStatus LOCKED = new UserStatus("locked");
    /** The user has a role that exempts them from the tenant policy. */
    public static final UserStatus EXEMPT = new UserStatus("exempt");
    /** The user has a phone number and an authenticator app, and no other accepted factor. */
    public static final UserStatus BOTH = new UserStatus("both");
    /** The user has several accepted factors other than {@link #BOTH}. */
    public static final UserStatus SEVERAL = new UserStatus("several");
    /** The user is asked for a factor, has none, and may still postpone setting one up. */
    public static final UserStatus IN_GRACE = new UserStatus("in-grace");

    public static final UserStatus NONE = new UserStatus("none");

    static final Set<Method> IN_BOTH = Set.of(Method.SMS, Method.TOTP);

    /**
     * The data that determines the status.
     *
     * @param always     whether the user is asked even if the tenant leaves the second factor optional
     * @param held       the accepted methods for which the user has a factor
     * @param graceSince start of the grace period, or empty if it has not started
     */
    public record Inputs(
            boolean locked, boolean exempt, boolean always, Set<Method> held, Optional<Instant> graceSince) {}

    public static List<UserStatus> values() {
        return Stream.of(
                        Stream.of(UNKNOWN, LOCKED, EXEMPT, BOTH, SEVERAL),
                        Method.values().stream().map(UserStatus::only),
                        Stream.of(IN_GRACE, NONE))
                .flatMap(statuses -> statuses)
                .toList();
    }

    /**
     * Returns the statuses that users can have if these methods are accepted. Those of {@link #BOTH} and its methods are
     * always among them.
     */
    static List<UserStatus> possibleWith(List<Method> accepted) {
        Set<Method> all = new HashSet<>(accepted);
        all.addAll(IN_BOTH);
        return values().stream()
                .filter(status -> !status.equals(UNKNOWN))
                .filter(status -> Method.ofWord(status.id()).map(all::contains).orElse(true))
                .filter(status -> !status.equals(SEVERAL) || all.size() > IN_BOTH.size())
                .toList();
    }

    /** Returns the status of a user with one accepted factor. */
    static UserStatus only(Method method) {
        return new UserStatus(method.word());
    }

    public static Optional<UserStatus> ofId(String id) {
        return values().stream().filter(status -> status.id().equals(id)).findFirst();
    }

    public static List<String> ids() {
        return values().stream().map(UserStatus::id).toList();
    }

    /** Returns the status under a tenant policy. */
    public static UserStatus of(Inputs inputs, TenantPolicy tenant, Instant now) {
        if (inputs.locked()) {
            return LOCKED;
        }
        if (inputs.exempt()) {
            return EXEMPT;
        }
        UserStatus byFactors = ofFactors(inputs.held());
        boolean mayPostpone = byFactors.equals(NONE)
                && asks(tenant, inputs.always())
                && tenant.grace().endFor(inputs.graceSince(), now).isPresent();
        return mayPostpone ? IN_GRACE : byFactors;
    }

    /** Returns the status under the rule of a data room, which has no exempt roles and no grace period. */
    public static UserStatus ofMember(boolean locked, Set<Method> held) {
        return locked ? LOCKED : ofFactors(held);
    }

    private static boolean asks(TenantPolicy tenant, boolean always) {
        return tenant.enforcement() == Enforcement.REQUIRED || (tenant.enforcement() == Enforcement.OPTIONAL && always);
    }

    private static UserStatus ofFactors(Set<Method> held) {
        if (held.equals(IN_BOTH)) {
            return BOTH;
        }
        return held.size() > 1
                ? SEVERAL
                : held.stream().findFirst().map(UserStatus::only).orElse(NONE);
    }
}
