package io.strongroom.factor;

import io.strongroom.policy.KnownMethod;
import io.strongroom.policy.Method;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;

/** Finds the registered factors. */
public final class Factors {

    private static final List<Factor> ALL =
            ServiceLoader.load(KnownMethod.class, Factor.class.getClassLoader()).stream()
                    .map(ServiceLoader.Provider::get)
                    .filter(Factor.class::isInstance)
                    .map(Factor.class::cast)
                    .sorted((one, other) -> one.method().compareTo(other.method()))
                    .toList();

    private Factors() {}

    /** Returns all factors, the strongest first. */
    public static List<Factor> all() {
        return ALL;
    }

    public static Factor of(Method method) {
        return ALL.stream()
                .filter(factor -> factor.method().equals(method))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(method.word()));
    }

    public static Optional<Factor> ofCredentialType(String type) {
        return ALL.stream().filter(factor -> factor.type().equals(type)).findFirst();
    }

    /** Returns whether a passed factor counts as one that resists phishing. */
    public static boolean isPhishingResistant(PassedFactor passed) {
        return ofCredentialType(passed.type())
                .filter(factor -> factor.countsAs(passed).stream().anyMatch(Method::isPhishingResistant))
                .isPresent();
    }

    /** @param action provider id of a required action */
    public static Optional<Factor> setUpBy(String action) {
        return ALL.stream()
                .filter(factor -> factor.setUpAction().equals(action))
                .findFirst();
    }
}
