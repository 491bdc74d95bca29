package io.strongroom.admin.query;

import io.strongroom.admin.request.AdminRequest;
import io.strongroom.factor.Factor;
import io.strongroom.factor.Factors;
import io.strongroom.factor.Holding.Place;
import io.strongroom.factor.sms.SmsCredential;
import io.strongroom.factor.sms.attribute.PhoneNumberDeclaration;
import io.strongroom.facts.GraceStart;
import io.strongroom.policy.Enforcement;
import io.strongroom.policy.Method;
import io.strongroom.policy.OrganizationRule;
import io.strongroom.policy.TenantPolicy;
import io.strongroom.policy.store.PolicyStore;
import jakarta.persistence.criteria.Predicate;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** Selects users by their status under a tenant policy, as criteria of a query; {@link UserStatus} computes the same status for one user. */
public final class TenantStatusQuery implements RowRule {

    private final TenantPolicy tenant;
    private final RoleGrants exempt;
    private final RoleGrants required;
    private final Map<String, RoleGrants> holding = new LinkedHashMap<>();
    private final AcceptedMethods accepted;
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

    /** @param tenant a policy of the realm, which need not be in force */
    public TenantStatusQuery(KeycloakSession session, RealmModel realm, TenantPolicy tenant, Instant now) {
        this(session, realm, tenant, new PolicyStore(session, realm).organizations(), now);
    }

    /**
     * @param tenant        a policy of the realm, which need not be in force
     * @param organizations the policies of the organizations, which need not be in force
     */
    public TenantStatusQuery(
            KeycloakSession session,
            RealmModel realm,
            TenantPolicy tenant,
            Collection<OrganizationRule> organizations,
            Instant now) {
        this.tenant = tenant;
        Set<String> roles = new HashSet<>(tenant.roleMethods().byRole().keySet());
        roles.addAll(tenant.roles().exempt());
        roles.addAll(tenant.roles().required());
        RoleGrantsFinder grants = new RoleGrantsFinder(session, realm, roles);
        this.exempt = grants.of(tenant.roles().exempt());
        this.required = grants.of(tenant.roles().required());
        tenant.roleMethods().byRole().keySet().forEach(role -> holding.put(role, grants.of(Set.of(role))));
        this.accepted = new AcceptedMethods(tenant, holding);
        this.profileNumbers = new PhoneNumberDeclaration(session).isProtectedFromUsers();
        this.now = now;
    }

    public TenantPolicy tenant() {
        return tenant;
    }

    public Instant now() {
        return now;
    }

    @Override
    public boolean profileNumbers() {
        return profileNumbers;
    }

    @Override
    public Map<String, RoleGrants> holdingRoles() {
        return holding;
    }

    @Override
    public Optional<Set<Method>> heldTo(Set<String> roles) {
        return tenant.roleMethods().of(roles::contains);
    }

    @Override
    public Set<Method> methods() {
        return tenant.methods();
    }

    /** Returns the statuses that a user can have under the policy. */
    public List<UserStatus> statuses() {
        return UserStatus.possibleWith(factors().stream().map(Factor::method).toList());
    }

    /** Returns the factors that the tenant accepts from any user, the strongest first. */
    public List<Factor> factors() {
        return accepted.factors();
    }

    public Predicate is(UserStatus status, UserPredicates user) {
        if (status.equals(UserStatus.UNKNOWN)) {
            return user.never();
        }
        Predicate locked = user.locked(profileNumbers);
        if (status.equals(UserStatus.LOCKED)) {
            return locked;
        }
        if (status.equals(UserStatus.EXEMPT)) {
            return user.builder().and(isExempt(user), locked.not());
        }
        Predicate asked = user.builder().and(isExempt(user).not(), locked.not());
        HeldFactors held = held(user);
        if (status.equals(UserStatus.IN_GRACE)) {
            return user.builder().and(asked, held.any().not(), mayPostpone(user));
        }
        Predicate byFactors = user.builder().and(asked, held.are(status));
        return status.equals(UserStatus.NONE)
                ? user.builder().and(byFactors, mayPostpone(user).not())
                : byFactors;
    }

    @Override
    public Predicate isExempt(UserPredicates user) {
        return user.hasRole(exempt);
    }

    @Override
    public Predicate isRequired(UserPredicates user) {
        return user.hasRole(required);
    }

    /** Matches users with a role that holds users to special methods. */
    public Predicate isHolding(String role, UserPredicates user) {
        return user.hasRole(holding.get(role));
    }

    /** Matches users whom the tenant policy asks for a factor, whether or not they have one. */
    public Predicate isAsked(UserPredicates user) {
        return user.builder().and(isExempt(user).not(), byRule(user));
    }

    private Predicate byRule(UserPredicates user) {
        return switch (tenant.enforcement()) {
            case OFF -> user.never();
            case REQUIRED -> user.builder().conjunction();
            case OPTIONAL -> user.builder().or(isRequired(user), accepted.isHeld(user), hasSetUp(user));
        };
    }

    public Predicate isExemptFrom(UserPredicates user) {
        return tenant.enforcement() == Enforcement.OFF ? user.never() : isExempt(user);
    }

    /** Matches users with an accepted factor. */
    public Predicate canPass(UserPredicates user) {
        return held(user).any();
    }

    /** Matches users who have this factor, if it is accepted from them. */
    public Predicate has(Factor factor, UserPredicates user) {
        return user.builder()
                .and(
                        user.has(factor, profileNumbers),
                        accepted.accepts(factor.heldBy().methods(), user));
    }

    private HeldFactors held(UserPredicates user) {
        return new HeldFactors(user, factors(), factor -> has(factor, user));
    }

    /**
     * Matches users who have only factors that resist phishing less than their role demands, in a tenant whose
     * administrators manage the factors.
     */
    public Predicate needsLeave(UserPredicates user) {
        return tenant.selfService()
                ? user.never()
                : user.builder()
                        .and(
                                accepted.isHeld(user),
                                accepted.acceptsOnlyPhishingResistant(user),
                                user.anyOf(Factors.all().stream()
                                        .filter(factor -> factor.heldBy().place() != Place.VERIFIED_EMAIL)
                                        .map(factor -> user.has(factor, profileNumbers))));
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
        return user.builder().and(byRule(user), graceRuns(user));
    }

    /**
     * Matches users with a factor of their own. A number set for a room does not count as one, nor does a key that is not
     * accepted.
     */
    private Predicate hasSetUp(UserPredicates user) {
        return user.builder()
                .or(
                        user.anyOf(Factors.all().stream()
                                .filter(factor -> factor.heldBy().place() == Place.CREDENTIAL)
                                .map(factor -> factor.method().isPhishingResistant()
                                        ? has(factor, user)
                                        : user.credential(factor.type()))),
                        user.credential(
                                SmsCredential.TYPE,
                                number -> user.contains(
                                                user.dataOf(number, SmsCredential.TYPE), RoomStatusQuery.ROOM_MARK)
                                        .not()));
    }
}
