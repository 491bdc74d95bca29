package io.strongroom.admin.query;

import io.strongroom.admin.query.OrganizationPredicates.Of;
import io.strongroom.admin.request.AdminRequest;
import io.strongroom.factor.Factor;
import io.strongroom.factor.Factors;
import io.strongroom.factor.Holding.Place;
import io.strongroom.factor.sms.SmsCredential;
import io.strongroom.factor.sms.attribute.PhoneNumberDeclaration;
import io.strongroom.policy.AppliedPolicy;
import io.strongroom.policy.Method;
import io.strongroom.policy.OrganizationRule;
import io.strongroom.policy.Tenancy;
import io.strongroom.policy.TenantPolicy;
import io.strongroom.policy.store.PolicyStore;
import io.strongroom.policy.store.StoredOrganization;
import jakarta.persistence.criteria.Predicate;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * Selects users by their status under the policies of their tenants, as criteria of a query; {@link UserStatus} computes
 * the same status for one user.
 */
public final class TenantStatusQuery implements RowRule {

    private final TenancyPredicates tenancy;
    private final AcceptedMethods accepted;
    private final AcceptedMethods acceptedIfExempt;
    private final Map<String, OrganizationRule> rules;
    private final boolean organizations;
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
        PolicyStore policies = new PolicyStore(session, realm);
        Collection<StoredOrganization> stored = policies.storedOrganizations();
        List<JudgedOrganization> judged = JudgedOrganization.of(tenant, organizations, stored);
        RoleSets roles = RoleSets.find(session, realm, roles(tenant, judged));
        this.tenancy = new TenancyPredicates(tenant, new OrganizationPredicates(judged, stored, roles), roles);
        this.accepted = new AcceptedMethods(tenancy, Of.NOT_EXEMPT);
        this.acceptedIfExempt = new AcceptedMethods(tenancy, Of.ALL);
        this.rules = organizations.stream().collect(Collectors.toMap(OrganizationRule::id, Function.identity()));
        this.organizations = policies.hasOrganizations();
        this.profileNumbers = new PhoneNumberDeclaration(session).isProtectedFromUsers();
        this.now = now;
    }

    /** Returns the sets of roles that decide about a user. */
    private static Set<Set<String>> roles(TenantPolicy tenant, List<JudgedOrganization> organizations) {
        Set<Set<String>> roles = new LinkedHashSet<>(
                List.of(tenant.roles().exempt(), tenant.roles().required()));
        tenant.roleMethods().byRole().keySet().forEach(role -> roles.add(Set.of(role)));
        OrganizationPredicates.on(organizations).forEach(policy -> {
            roles.add(policy.roles().exempt());
            roles.add(policy.roles().required());
        });
        return roles;
    }

    /** Returns the policy of the realm. */
    public TenantPolicy tenant() {
        return tenancy.realm();
    }

    public Instant now() {
        return now;
    }

    @Override
    public boolean profileNumbers() {
        return profileNumbers;
    }

    @Override
    public boolean organizations() {
        return organizations;
    }

    @Override
    public Map<Set<String>, RoleGrants> roles() {
        return tenancy.roles().grants();
    }

    @Override
    public Standing standing(java.util.function.Predicate<Set<String>> holdsAny, Collection<String> organizationIds) {
        List<OrganizationRule> ofUser = organizationIds.stream()
                .sorted()
                .flatMap(id -> Stream.ofNullable(rules.get(id)))
                .toList();
        AppliedPolicy applied = new Tenancy(tenant(), ofUser).applied(holdsAny, holdsAny);
        Optional<Set<Method>> heldTo =
                tenant().roleMethods().of(role -> holdsAny.test(Set.of(role)), applied.organizations());
        return new Standing(
                applied.policy(),
                applied.exempt(),
                applied.required(),
                heldTo.isPresent(),
                heldTo.orElse(applied.policy().methods()));
    }

    /** Returns the statuses that a user can have under the policy. */
    public List<UserStatus> statuses() {
        return UserStatus.possibleWith(factors().stream().map(Factor::method).toList());
    }

    /** Returns the factors that the realm or an organization accepts from any user, the strongest first. */
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
            return user.builder().and(tenancy.isExempt(user), locked.not());
        }
        Predicate asked = user.builder().and(tenancy.isExempt(user).not(), locked.not());
        HeldFactors held = held(user);
        if (status.equals(UserStatus.IN_GRACE)) {
            return user.builder().and(asked, held.any().not(), mayPostpone(user));
        }
        Predicate byFactors = user.builder().and(asked, held.are(status));
        return status.equals(UserStatus.NONE)
                ? user.builder().and(byFactors, mayPostpone(user).not())
                : byFactors;
    }

    /** Matches users with a role that holds users to special methods. */
    public Predicate isHolding(String role, UserPredicates user) {
        return user.hasRole(tenancy.roles().of(role));
    }

    /** Matches users who are asked for a factor, whether or not they have one. */
    public Predicate isAsked(UserPredicates user) {
        return user.builder().and(tenancy.isExempt(user).not(), byRule(user));
    }

    private Predicate byRule(UserPredicates user) {
        return tenancy.asks(
                user, () -> user.builder().or(tenancy.isRequired(user), accepted.isHeld(user), hasSetUp(user)));
    }

    /** Matches users who are not asked for a factor only because of a role. */
    public Predicate isExemptFrom(UserPredicates user) {
        return tenancy.isExemptFromAsking(user);
    }

    /** Matches users with an accepted factor. */
    public Predicate canPass(UserPredicates user) {
        return held(user).any();
    }

    /** Matches users who have this factor, if it is accepted from them. */
    public Predicate has(Factor factor, UserPredicates user) {
        return tenancy.organizations().areOn()
                ? user.builder()
                        .or(
                                user.builder().and(tenancy.isExempt(user).not(), has(factor, accepted, user)),
                                user.builder().and(tenancy.isExempt(user), has(factor, acceptedIfExempt, user)))
                : has(factor, accepted, user);
    }

    private Predicate has(Factor factor, AcceptedMethods methods, UserPredicates user) {
        return user.builder()
                .and(
                        user.has(factor, profileNumbers),
                        methods.accepts(factor.heldBy().methods(), user));
    }

    private HeldFactors held(UserPredicates user) {
        return new HeldFactors(user, factors(), factor -> has(factor, accepted, user));
    }

    /**
     * Matches users who have only factors that resist phishing less than their role demands, in a tenant whose
     * administrators manage the factors.
     */
    public Predicate needsLeave(UserPredicates user) {
        return tenant().selfService()
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
        return new GracePredicates(tenancy, now).runs(user);
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
                                        ? has(factor, accepted, user)
                                        : user.credential(factor.type()))),
                        user.credential(
                                SmsCredential.TYPE,
                                number -> user.contains(
                                                user.dataOf(number, SmsCredential.TYPE), RoomStatusQuery.ROOM_MARK)
                                        .not()));
    }
}
