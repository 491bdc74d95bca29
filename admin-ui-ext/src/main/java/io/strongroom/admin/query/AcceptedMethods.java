package io.strongroom.admin.query;

import io.strongroom.factor.Factor;
import io.strongroom.factor.Factors;
import io.strongroom.policy.Method;
import io.strongroom.policy.RoleMethods;
import io.strongroom.policy.TenantPolicy;
import jakarta.persistence.criteria.Predicate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The methods that a tenant accepts from a user, by the user's roles, as criteria of a query. {@link RoleMethods} decides
 * the same for one user.
 */
final class AcceptedMethods {

    private final TenantPolicy tenant;

    /** The list whose weakest method is the strongest comes first. */
    private final List<Listed> lists;

    private record Listed(Set<Method> methods, RoleGrants grants) {

        int weakest() {
            return methods.stream().mapToInt(Method::strength).min().orElse(0);
        }
    }

    /** @param roles the roles of the tenant's {@code roleMethods} */
    AcceptedMethods(TenantPolicy tenant, Map<String, RoleGrants> roles) {
        this.tenant = tenant;
        this.lists = tenant.roleMethods().byRole().entrySet().stream()
                .map(entry -> new Listed(entry.getValue(), roles.get(entry.getKey())))
                .sorted(Comparator.comparingInt(Listed::weakest).reversed())
                .toList();
    }

    /** Returns the factors that the tenant accepts from any user. */
    List<Factor> factors() {
        Set<Method> accepted = new HashSet<>(tenant.methods());
        lists.forEach(list -> accepted.addAll(list.methods()));
        return Factors.all().stream()
                .filter(factor -> factor.heldBy().isAcceptedBy(accepted))
                .toList();
    }

    /** Matches users whom a role holds to special methods. */
    Predicate isHeld(UserPredicates user) {
        return user.anyOf(lists.stream().map(list -> user.hasRole(list.grants())));
    }

    /** Matches users from whom the tenant accepts one of these methods. */
    Predicate accepts(Collection<Method> methods, UserPredicates user) {
        return lists.isEmpty()
                ? user.constant(methods.stream().anyMatch(tenant.methods()::contains))
                : user.anyOf(methods.stream().map(method -> accepts(method, user)));
    }

    /** Matches users from whom the tenant accepts only methods that resist phishing. */
    Predicate acceptsOnlyPhishingResistant(UserPredicates user) {
        List<Method> others = Method.values().stream()
                .filter(method -> !method.isPhishingResistant())
                .toList();
        return accepts(others, user).not();
    }

    private Predicate accepts(Method method, UserPredicates user) {
        Predicate byTenant = user.builder()
                .and(
                        user.constant(tenant.methods().contains(method)),
                        isHeld(user).not());
        return user.builder().or(byTenant, isCommon(method, user), isInStrongest(method, user));
    }

    /** Matches users who have a role that accepts the method, and none that does not. */
    private Predicate isCommon(Method method, UserPredicates user) {
        return user.builder()
                .and(
                        holdsAny(with(method), user),
                        holdsAny(without(method), user).not());
    }

    /** Matches users whose lists have no method in common, if the strongest of them accepts the method. */
    private Predicate isInStrongest(Method method, UserPredicates user) {
        boolean allHaveCommon =
                Method.values().stream().anyMatch(each -> without(each).isEmpty());
        if (allHaveCommon) {
            return user.never();
        }
        List<Predicate> conditions = new ArrayList<>();
        Method.values().forEach(each -> conditions.add(holdsAny(without(each), user)));
        conditions.add(user.anyOf(with(method).stream()
                .map(list -> user.builder()
                        .and(
                                user.hasRole(list.grants()),
                                holdsAny(lists.subList(0, lists.indexOf(list)), user)
                                        .not()))));
        return user.builder().and(conditions.toArray(Predicate[]::new));
    }

    private static Predicate holdsAny(List<Listed> lists, UserPredicates user) {
        return user.anyOf(lists.stream().map(list -> user.hasRole(list.grants())));
    }

    private List<Listed> with(Method method) {
        return lists.stream().filter(list -> list.methods().contains(method)).toList();
    }

    private List<Listed> without(Method method) {
        return lists.stream().filter(list -> !list.methods().contains(method)).toList();
    }
}
