package io.strongroom.admin.query;

import io.strongroom.factor.Factor;
import io.strongroom.policy.Method;
import jakarta.persistence.criteria.Expression;
import jakarta.persistence.criteria.Predicate;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Conditions on the accepted factors of a user.
 *
 * @param factors the factors that can be accepted
 * @param has     the condition that a user has one of them, and that it is accepted
 */
record HeldFactors(UserPredicates user, List<Factor> factors, Function<Factor, Predicate> has) {

    Predicate any() {
        return user.anyOf(factors.stream().map(has));
    }

    /** Matches users with an accepted factor of this method, and no other. */
    private Predicate only(Method method) {
        return exactly(Set.of(method));
    }

    private Predicate exactly(Set<Method> methods) {
        boolean arePossible = methods.stream()
                .allMatch(method ->
                        factors.stream().anyMatch(factor -> factor.method().equals(method)));
        return arePossible
                ? user.builder()
                        .and(factors.stream()
                                .map(factor -> methods.contains(factor.method())
                                        ? has.apply(factor)
                                        : has.apply(factor).not())
                                .toArray(Predicate[]::new))
                : user.never();
    }

    private Predicate several() {
        return user.builder().and(atLeastTwo(), exactly(UserStatus.IN_BOTH).not());
    }

    /** Matches users with at least two accepted factors. */
    Predicate atLeastTwo() {
        return factors.size() < 2 ? user.never() : user.builder().greaterThan(count(), 1);
    }

    private Expression<Integer> count() {
        return factors.stream()
                .map(factor -> user.flag(has.apply(factor)))
                .reduce(user.builder()::sum)
                .orElseThrow();
    }

    /** Matches users with this status, if it depends only on their factors. */
    Predicate are(UserStatus status) {
        if (status.equals(UserStatus.NONE)) {
            return any().not();
        }
        if (status.equals(UserStatus.BOTH)) {
            return exactly(UserStatus.IN_BOTH);
        }
        return status.equals(UserStatus.SEVERAL)
                ? several()
                : Method.ofWord(status.id()).map(this::only).orElseGet(user::never);
    }
}
