package io.strongroom.policy;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Combines the lists of accepted methods of all rules that apply to a user. */
public final class MethodLists {

    /** Sorts the list first whose weakest method is the strongest. The order of equally strong lists is arbitrary but fixed. */
    public static final Comparator<Set<Method>> STRICTEST_FIRST = Comparator.<Set<Method>>comparingInt(
                    MethodLists::weakest)
            .reversed()
            .thenComparing(methods -> String.join(",", Setting.wordsOf(methods)));

    private MethodLists() {}

    /**
     * Returns the methods that all lists contain, or, if they have none in common, the strictest list.
     *
     * @return empty if there is no list
     */
    static Optional<Set<Method>> strictest(Collection<Set<Method>> lists) {
        return lists.stream()
                .reduce(MethodLists::common)
                .filter(common -> !common.isEmpty())
                .or(() -> lists.stream().min(STRICTEST_FIRST));
    }

    private static Set<Method> common(Set<Method> one, Set<Method> other) {
        return one.stream().filter(other::contains).collect(Collectors.toSet());
    }

    /** Returns the strength of the weakest method; 0 if there is none. */
    static int weakest(Set<Method> methods) {
        return methods.stream().mapToInt(Method::strength).min().orElse(0);
    }
}
