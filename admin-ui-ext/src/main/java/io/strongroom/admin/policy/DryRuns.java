package io.strongroom.admin.policy;

import io.strongroom.admin.policy.DryRun.Owner;
import io.strongroom.admin.policy.DryRun.RoleEffect;
import io.strongroom.admin.query.OrganizationScope;
import io.strongroom.admin.query.OwnMethods;
import io.strongroom.admin.query.TenantStatusQuery;
import io.strongroom.admin.query.UserPages;
import io.strongroom.admin.query.UserPredicates;
import io.strongroom.admin.query.UserRow;
import io.strongroom.admin.query.UserSelection;
import io.strongroom.admin.request.AdminRequest;
import io.strongroom.admin.request.Paging;
import io.strongroom.owner.Owners;
import io.strongroom.policy.Method;
import io.strongroom.policy.OrganizationRule;
import io.strongroom.policy.TenantPolicy;
import jakarta.persistence.criteria.Predicate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.keycloak.authorization.fgap.AdminPermissionsSchema;
import org.keycloak.models.UserModel;

/** Computes how many users a policy would ask for a factor, without saving the policy (X8). */
public final class DryRuns {

    private static final int MAX_NAMES = 20;

    private final AdminRequest request;
    private final UserPages pages;

    public DryRuns(AdminRequest request) {
        this.request = request;
        this.pages = new UserPages(request.session(), request.realm());
    }

    private enum Count {
        USERS,
        ASKED,
        MUST_ENROL,
        REFUSED,
        EXEMPT,
        IN_GRACE
    }

    /** Counts all enabled users, including those whom the administrator can't see, because the policy applies to them as well. */
    DryRun of(TenantPolicy tenant) {
        return AdminPermissionsSchema.runWithoutAuthorization(request.session(), () -> count(tenant));
    }

    /**
     * Counts all enabled members of an organization, including those whom the administrator can't see.
     *
     * @param proposed a policy of the organization that may not be in force yet
     * @param owners   the owners without a factor whom the administrator may see
     */
    public DryRun of(OrganizationScope organization, OrganizationRule proposed, List<UserModel> owners) {
        return AdminPermissionsSchema.runWithoutAuthorization(
                request.session(),
                () -> count(
                        organization.standing(proposed),
                        organization::isMember,
                        Map.of(),
                        OwnMethods.of(proposed, organization.tenant())::inFactors,
                        owners));
    }

    private DryRun count(TenantPolicy tenant) {
        TenantStatusQuery standing = new TenantStatusQuery(
                request.session(), request.realm(), tenant, request.clock().instant());
        return count(
                standing,
                user -> user.builder().conjunction(),
                tenant.roleMethods().byRole(),
                UnaryOperator.identity(),
                new Owners(request.session(), request.realm(), tenant).missing());
    }

    /**
     * @param roles the roles to count separately, with the methods to which they hold their users
     * @param shown returns the counts by factor that are shown
     */
    private DryRun count(
            TenantStatusQuery standing,
            Function<UserPredicates, Predicate> who,
            Map<String, Set<Method>> roles,
            UnaryOperator<Map<String, Long>> shown,
            List<UserModel> ownersMissing) {
        List<Owner> owners = ownersMissing.stream()
                .map(Owner::of)
                .sorted(Comparator.comparing(Owner::username))
                .toList();
        Function<UserPredicates, Predicate> enabled = user -> user.builder().and(user.enabled(), who.apply(user));
        Map<Count, Long> counts = counts(standing, enabled);
        return new DryRun(
                counts.get(Count.USERS),
                counts.get(Count.ASKED),
                counts.get(Count.MUST_ENROL),
                counts.get(Count.REFUSED),
                counts.get(Count.EXEMPT),
                counts.get(Count.IN_GRACE),
                shown.apply(byFactor(standing, enabled)),
                roles.entrySet().stream()
                        .map(role -> effect(standing, role.getKey(), role.getValue()))
                        .toList(),
                owners.stream().map(Owner::username).toList(),
                owners);
    }

    private Map<Count, Long> counts(TenantStatusQuery standing, Function<UserPredicates, Predicate> who) {
        Map<Count, UserSelection> selections = new EnumMap<>(Count.class);
        for (Count count : Count.values()) {
            selections.put(count, UserSelection.all(standing).and(who).and(user -> condition(count, standing, user)));
        }
        return pages.counts(selections);
    }

    private static Predicate condition(Count count, TenantStatusQuery standing, UserPredicates user) {
        return switch (count) {
            case USERS -> user.builder().conjunction();
            case ASKED -> user.builder().and(standing.isAsked(user), standing.canPass(user));
            case MUST_ENROL ->
                user.builder()
                        .and(
                                lacksFactor(standing, user),
                                standing.needsLeave(user).not(),
                                standing.graceRuns(user).not());
            case REFUSED -> user.builder().and(lacksFactor(standing, user), standing.needsLeave(user));
            case EXEMPT -> standing.isExemptFrom(user);
            case IN_GRACE ->
                user.builder()
                        .and(
                                lacksFactor(standing, user),
                                standing.needsLeave(user).not(),
                                standing.graceRuns(user));
        };
    }

    private static Predicate lacksFactor(TenantStatusQuery standing, UserPredicates user) {
        return user.builder().and(standing.isAsked(user), standing.canPass(user).not());
    }

    private Map<String, Long> byFactor(TenantStatusQuery standing, Function<UserPredicates, Predicate> who) {
        Map<String, UserSelection> selections = new LinkedHashMap<>();
        UserSelection.byFactor(standing).forEach((word, selection) -> selections.put(word, selection.and(who)));
        return pages.counts(selections);
    }

    private RoleEffect effect(TenantStatusQuery standing, String role, Set<Method> methods) {
        Function<UserPredicates, Predicate> who =
                user -> user.builder().and(user.enabled(), standing.isHolding(role, user));
        Map<Count, Long> counts = counts(standing, who);
        UserSelection missing = UserSelection.all(standing).and(who).and(user -> lacksFactor(standing, user));
        return new RoleEffect(
                role,
                methods.stream().sorted().map(Method::word).toList(),
                counts.get(Count.USERS),
                counts.get(Count.ASKED),
                counts.get(Count.MUST_ENROL),
                counts.get(Count.REFUSED),
                counts.get(Count.IN_GRACE),
                pages.page(missing, new Paging(0, MAX_NAMES)).stream()
                        .map(UserRow::username)
                        .toList());
    }
}
