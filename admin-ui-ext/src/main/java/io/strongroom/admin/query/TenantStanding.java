package io.strongroom.admin.query;

import io.strongroom.factor.sms.attribute.PhoneNumberDeclaration;
import io.strongroom.facts.GraceMemory;
import io.strongroom.policy.Enforcement;
import io.strongroom.policy.Method;
import io.strongroom.policy.TenantPolicy;
import jakarta.persistence.criteria.Predicate;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** Where users stand with a tenant's rule, in the terms of a query: what {@link UserStatus} says of one user. */
public final class TenantStanding {

    private final TenantPolicy tenant;
    private final RoleCarriers.Both roles;
    private final boolean numbersFromOutside;
    private final Instant now;

    /** @param tenant a policy that may not be in force */
    public TenantStanding(KeycloakSession session, RealmModel realm, TenantPolicy tenant, Instant now) {
        this.tenant = tenant;
        this.roles = RoleCarriers.of(
                session, realm, tenant.roles().exempt(), tenant.roles().required());
        this.numbersFromOutside = new PhoneNumberDeclaration(session).isBeyondUsers();
        this.now = now;
    }

    public TenantPolicy tenant() {
        return tenant;
    }

    public Instant now() {
        return now;
    }

    public boolean numbersFromOutside() {
        return numbersFromOutside;
    }

    public Predicate is(UserStatus status, UserPredicates user) {
        Predicate locked = user.locked(numbersFromOutside);
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
            case IN_GRACE -> user.builder().and(asked, hasNone(user), mayWait(user));
            case NONE -> user.builder().and(asked, hasNone(user), mayWait(user).not());
        };
    }

    Predicate isExempt(UserPredicates user) {
        return user.holds(roles.exempt());
    }

    Predicate isRequired(UserPredicates user) {
        return user.holds(roles.required());
    }

    /** Whether the tenant's rule asks, whatever the user has. */
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

    /** Whether they have a factor that the rule accepts. */
    public Predicate canPass(UserPredicates user) {
        return user.builder()
                .or(tenant.methods().stream().map(method -> has(method, user)).toArray(Predicate[]::new));
    }

    public Predicate graceRuns(UserPredicates user) {
        Optional<Instant> onceBegun = tenant.grace().endFor(Optional.empty(), now);
        if (onceBegun.isEmpty()) {
            return user.never();
        }
        if (!tenant.grace().countsFromFirstLogin()) {
            return user.builder().conjunction();
        }
        long begunBefore = now.minus(Duration.ofDays(tenant.grace().days())).toEpochMilli();
        return user.credential(
                        GraceMemory.TYPE,
                        memory -> user.builder().lessThanOrEqualTo(memory.<Long>get("createdDate"), begunBefore))
                .not();
    }

    private Predicate mayWait(UserPredicates user) {
        Predicate asks = switch (tenant.enforcement()) {
            case OFF -> user.never();
            case REQUIRED -> user.builder().conjunction();
            case OPTIONAL -> isRequired(user);
        };
        return user.builder().and(asks, graceRuns(user));
    }

    private Predicate has(Method method, UserPredicates user) {
        return method == Method.SMS ? user.anyNumber(numbersFromOutside) : user.credential(method.credentialType());
    }

    private Predicate hasNone(UserPredicates user) {
        return user.builder()
                .and(has(Method.SMS, user).not(), has(Method.TOTP, user).not());
    }

    /** A factor of the own: a room's number is not. */
    private static Predicate hasSetUp(UserPredicates user) {
        return user.builder()
                .or(
                        user.credential(Method.TOTP.credentialType()),
                        user.credential(
                                Method.SMS.credentialType(),
                                number -> user.contains(
                                                user.dataOf(number, Method.SMS.credentialType()),
                                                RoomStanding.ROOM_MARK)
                                        .not()));
    }
}
