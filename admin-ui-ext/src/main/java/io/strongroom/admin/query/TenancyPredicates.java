package io.strongroom.admin.query;

import io.strongroom.admin.query.OrganizationPredicates.Of;
import io.strongroom.policy.Enforcement;
import io.strongroom.policy.PolicyPart;
import io.strongroom.policy.Tenancy;
import io.strongroom.policy.TenantPolicy;
import jakarta.persistence.criteria.Predicate;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The policies of the realm and of its organizations that apply to a user, as criteria of a query; {@link Tenancy} decides
 * the same for one user.
 *
 * @param realm the policy of the realm
 * @param roles what grants the roles that the policies name
 */
record TenancyPredicates(TenantPolicy realm, OrganizationPredicates organizations, RoleSets roles) {

    private boolean isRealmOn() {
        return realm.enforcement() != Enforcement.OFF;
    }

    /** Matches users with a role that exempts them from the realm's policy. */
    private Predicate isExemptFromRealm(UserPredicates user) {
        return user.hasRole(roles.of(realm.roles().exempt()));
    }

    /** Matches users whom no policy asks, because their roles exempt them. If all policies are off, the realm's decides. */
    Predicate isExempt(UserPredicates user) {
        if (!organizations.areOn()) {
            return isExemptFromRealm(user);
        }
        Predicate fromRealm = isRealmOn()
                ? isExemptFromRealm(user)
                : user.builder().or(organizations.any(Of.ALL, user), isExemptFromRealm(user));
        return user.builder()
                .and(fromRealm, organizations.any(Of.NOT_EXEMPT, user).not());
    }

    /** Matches exempt users who would be asked without their roles. */
    Predicate isExemptFromAsking(UserPredicates user) {
        return isRealmOn() ? isExempt(user) : user.builder().and(organizations.any(Of.ALL, user), isExempt(user));
    }

    /** Matches users to whom the realm's policy applies. One that is off applies only if no organization's is on. */
    Predicate realmCounts(Of which, UserPredicates user) {
        if (!organizations.areOn()) {
            return user.builder().conjunction();
        }
        if (!isRealmOn()) {
            return organizations.any(Of.ALL, user).not();
        }
        return which == Of.ALL
                ? user.builder().conjunction()
                : isExemptFromRealm(user).not();
    }

    /**
     * Matches users whom one of the policies asks, among those who are not exempt.
     *
     * @param ifOptional the condition for users whom no policy asks in any case
     */
    Predicate asks(UserPredicates user, Supplier<Predicate> ifOptional) {
        if (!organizations.areOn()) {
            return switch (realm.enforcement()) {
                case OFF -> user.never();
                case REQUIRED -> user.builder().conjunction();
                case OPTIONAL -> ifOptional.get();
            };
        }
        boolean areOptional = realm.enforcement() == Enforcement.OPTIONAL
                || organizations.values(PolicyPart.ENFORCEMENT).contains(Enforcement.OPTIONAL);
        return user.anyOf(Stream.of(
                byRealm(user),
                organizations.any(Of.NOT_EXEMPT, PolicyPart.ENFORCEMENT, value -> value == Enforcement.REQUIRED, user),
                areOptional ? user.builder().and(isOptional(user), ifOptional.get()) : user.never()));
    }

    private Predicate byRealm(UserPredicates user) {
        return realm.enforcement() == Enforcement.REQUIRED ? realmCounts(Of.NOT_EXEMPT, user) : user.never();
    }

    /** Every user who is not exempt has a policy that is on if the realm's is. */
    private Predicate isOptional(UserPredicates user) {
        return isRealmOn() ? user.builder().conjunction() : organizations.any(Of.NOT_EXEMPT, user);
    }

    /** Matches users with a required role of one of the policies, among those whom one of them could ask. */
    Predicate isRequired(UserPredicates user) {
        Set<String> ofRealm = realm.roles().required();
        Set<Set<String>> others = organizations.values(PolicyPart.REQUIRED_ROLES);
        if (Set.of(ofRealm).containsAll(others)) {
            return user.hasRole(roles.of(ofRealm));
        }
        Predicate byRealm = isRealmOn()
                ? user.builder().and(realmCounts(Of.NOT_EXEMPT, user), user.hasRole(roles.of(ofRealm)))
                : user.never();
        return user.anyOf(Stream.concat(
                Stream.of(byRealm),
                others.stream()
                        .map(names -> user.builder()
                                .and(
                                        user.hasRole(roles.of(names)),
                                        organizations.any(
                                                Of.NOT_EXEMPT, PolicyPart.REQUIRED_ROLES, names::equals, user)))));
    }
}
