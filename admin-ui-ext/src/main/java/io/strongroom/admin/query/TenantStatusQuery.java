package io.strongroom.admin.query;

import io.strongroom.admin.request.AdminRequest;
import io.strongroom.factor.sms.attribute.PhoneNumberDeclaration;
import io.strongroom.facts.GraceStart;
import io.strongroom.policy.Enforcement;
import io.strongroom.policy.Method;
import io.strongroom.policy.TenantPolicy;
import jakarta.persistence.criteria.Predicate;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** Selects users by their status under a tenant policy, as criteria of a query; {@link UserStatus} computes the same status for one user. */
public final class TenantStatusQuery {

    private final TenantPolicy tenant;
    private final RoleGrants.ByRule roles;
    private final boolean profileNumbers;
    private final Instant now;

    /** Creates a query under the tenant policy in force. */
    public TenantStatusQuery(AdminRequest request) {
        this(
                request.session(),
                request.realm(),
                request.tenant(),
                request.clock().instant());
    }

    /** @param tenant a policy, which need not be in force */
    public TenantStatusQuery(KeycloakSession session, RealmModel realm, TenantPolicy tenant, Instant now) {
        this.tenant = tenant;
        this.roles = RoleGrants.of(
                session, realm, tenant.roles().exempt(), tenant.roles().required());
        this.profileNumbers = new PhoneNumberDeclaration(session).isProtectedFromUsers();
        this.now = now;
    }

    public TenantPolicy tenant() {
        return tenant;
    }

    public Instant now() {
        return now;
    }

    /** Returns whether numbers from the user profile attribute count. */
    public boolean profileNumbers() {
        return profileNumbers;
    }

    public Predicate is(UserStatus status, UserPredicates user) {
        Predicate locked = user.locked(profileNumbers);
        Predicate asked = user.builder().and(isExempt(user).not(), locked.not());
        return switch (status) {
            case UNKNOWN -> user.never();
            case LOCKED -> locked;
            case EXEMPT -> user.builder().and(isExempt(user), locked.not());
            case BOTH -> user.builder().and(asked, has(Method.SMS, user), has(Method.TOTP, user));
            case SMS ->
                user.builder()
                        .and(
                                asked,
                                has(Method.SMS, user),
                                has(Method.TOTP, user).not());
            case TOTP ->
                user.builder()
                        .and(
                                asked,
                                has(Method.TOTP, user),
                                has(Method.SMS, user).not());
            case IN_GRACE -> user.builder().and(asked, hasNone(user), mayPostpone(user));
            case NONE ->
                user.builder().and(asked, hasNone(user), mayPostpone(user).not());
        };
    }

    Predicate isExempt(UserPredicates user) {
        return user.hasRole(roles.exempt());
    }

    Predicate isRequired(UserPredicates user) {
        return user.hasRole(roles.required());
    }

    /** Matches users whom the tenant policy asks for a factor, whether or not they have one. */
    public Predicate isAsked(UserPredicates user) {
        Predicate byRule = switch (tenant.enforcement()) {
            case OFF -> user.never();
            case REQUIRED -> user.builder().conjunction();
            case OPTIONAL -> user.builder().or(isRequired(user), hasSetUp(user));
        };
        return user.builder().and(isExempt(user).not(), byRule);
    }

    public Predicate isExemptFrom(UserPredicates user) {
        return tenant.enforcement() == Enforcement.OFF ? user.never() : isExempt(user);
    }

    /** Matches users with an accepted factor. */
    public Predicate canPass(UserPredicates user) {
        return user.builder()
                .or(tenant.methods().stream().map(method -> has(method, user)).toArray(Predicate[]::new));
    }

    public Predicate graceRuns(UserPredicates user) {
        Optional<Instant> endIfStartedNow = tenant.grace().endFor(Optional.empty(), now);
        if (endIfStartedNow.isEmpty()) {
            return user.never();
        }
        if (!tenant.grace().countsFromFirstLogin()) {
            return user.builder().conjunction();
        }
        long latestExpiredStart =
                now.minus(Duration.ofDays(tenant.grace().days())).toEpochMilli();
        return user.credential(
                        GraceStart.TYPE,
                        memory -> user.builder().lessThanOrEqualTo(memory.<Long>get("createdDate"), latestExpiredStart))
                .not();
    }

    private Predicate mayPostpone(UserPredicates user) {
        Predicate asks = switch (tenant.enforcement()) {
            case OFF -> user.never();
            case REQUIRED -> user.builder().conjunction();
            case OPTIONAL -> isRequired(user);
        };
        return user.builder().and(asks, graceRuns(user));
    }

    private Predicate has(Method method, UserPredicates user) {
        return method == Method.SMS ? user.anyNumber(profileNumbers) : user.credential(method.credentialType());
    }

    private Predicate hasNone(UserPredicates user) {
        return user.builder()
                .and(has(Method.SMS, user).not(), has(Method.TOTP, user).not());
    }

    /** Matches users with a factor of their own. A number set for a room does not count as one. */
    private static Predicate hasSetUp(UserPredicates user) {
        return user.builder()
                .or(
                        user.credential(Method.TOTP.credentialType()),
                        user.credential(
                                Method.SMS.credentialType(),
                                number -> user.contains(
                                                user.dataOf(number, Method.SMS.credentialType()),
                                                RoomStatusQuery.ROOM_MARK)
                                        .not()));
    }
}
