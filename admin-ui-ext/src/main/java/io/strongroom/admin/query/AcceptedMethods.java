package io.strongroom.admin.query;

import io.strongroom.admin.query.OrganizationPredicates.Of;
import io.strongroom.factor.Factor;
import io.strongroom.factor.Factors;
import io.strongroom.policy.Method;
import io.strongroom.policy.MethodLists;
import io.strongroom.policy.PolicyPart;
import io.strongroom.policy.RoleMethods;
import jakarta.persistence.criteria.CriteriaBuilder.Case;
import jakarta.persistence.criteria.Predicate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The methods that are accepted from a user, by the user's roles and organizations, as criteria of a query. {@link RoleMethods}
 * and {@link MethodLists} decide the same for one user.
 */
final class AcceptedMethods {

    private final TenancyPredicates tenancy;
    private final Of which;
    private final Map<String, Set<Method>> byRole;

    /** Every list that can apply to a user. */
    private final List<Set<Method>> lists;

    /** @param which the policies whose methods count */
    AcceptedMethods(TenancyPredicates tenancy, Of which) {
        this.tenancy = tenancy;
        this.which = which;
        this.byRole = tenancy.realm().roleMethods().byRole();
        this.lists = Stream.of(
                        byRole.values().stream(),
                        Stream.of(tenancy.realm().methods()),
                        tenancy.organizations().values(PolicyPart.METHODS).stream())
                .flatMap(methods -> methods)
                .distinct()
                .sorted(MethodLists.STRICTEST_FIRST)
                .toList();
    }

    /** Returns the factors that are accepted from any user. */
    List<Factor> factors() {
        Set<Method> accepted = new HashSet<>();
        lists.forEach(accepted::addAll);
        return Factors.all().stream()
                .filter(factor -> factor.heldBy().isAcceptedBy(accepted))
                .toList();
    }

    /** Matches users whom a role holds to special methods. */
    Predicate isHeld(UserPredicates user) {
        return holdsAny(methods -> true, user);
    }

    private Predicate holdsAny(java.util.function.Predicate<Set<Method>> condition, UserPredicates user) {
        return user.anyOf(byRole.entrySet().stream()
                .filter(entry -> condition.test(entry.getValue()))
                .map(entry -> user.hasRole(tenancy.roles().of(entry.getKey()))));
    }

    /** Matches users from whom one of these methods is accepted. */
    Predicate accepts(Collection<Method> methods, UserPredicates user) {
        return lists.size() == 1
                ? user.constant(methods.stream().anyMatch(lists.get(0)::contains))
                : user.anyOf(methods.stream().map(method -> accepts(method, user)));
    }

    /** Matches users from whom only methods that resist phishing are accepted. */
    Predicate acceptsOnlyPhishingResistant(UserPredicates user) {
        List<Method> others = Method.values().stream()
                .filter(method -> !method.isPhishingResistant())
                .toList();
        return accepts(others, user).not();
    }

    /** At least one list applies to each user, so a method that no such list lacks is in all of them. */
    private Predicate accepts(Method method, UserPredicates user) {
        if (lists.stream().noneMatch(list -> list.contains(method))) {
            return user.never();
        }
        return user.builder().or(lacks(method, user).not(), isInStrictest(method, user));
    }

    /** Matches users to whom a list without this method applies. */
    private Predicate lacks(Method method, UserPredicates user) {
        return applies(list -> !list.contains(method), user);
    }

    /** Matches users whose lists have no method in common, if the strictest of them contains the method. */
    private Predicate isInStrictest(Method method, UserPredicates user) {
        boolean allHaveCommon =
                Method.values().stream().anyMatch(each -> lists.stream().allMatch(list -> list.contains(each)));
        if (allHaveCommon) {
            return user.never();
        }
        List<Predicate> conditions = new ArrayList<>();
        Method.values().forEach(each -> conditions.add(lacks(each, user)));
        Case<Integer> strictest = user.builder().selectCase();
        for (Set<Method> list : lists) {
            strictest = strictest.when(applies(list::equals, user), list.contains(method) ? 1 : 0);
        }
        conditions.add(user.builder().equal(strictest.otherwise(0), 1));
        return user.builder().and(conditions.toArray(Predicate[]::new));
    }

    /** Matches users to whom a list applies that meets this condition. A list of a role replaces the realm's. */
    private Predicate applies(java.util.function.Predicate<Set<Method>> condition, UserPredicates user) {
        Predicate byRealm = condition.test(tenancy.realm().methods())
                ? user.builder()
                        .and(tenancy.realmCounts(which, user), isHeld(user).not())
                : user.never();
        return user.builder()
                .or(
                        holdsAny(condition, user),
                        byRealm,
                        tenancy.organizations().any(which, PolicyPart.METHODS, condition, user));
    }
}
