package io.strongroom.policy;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A kind of second factor that a policy can accept. Methods are sorted by strength, the strongest first.
 *
 * @param word           the method's name in the {@code twoFactor.methods} attribute
 * @param credentialType the Keycloak credential type that stores this factor
 * @param strength       1 to 100; at least {@link #PHISHING_RESISTANT} if a fake page can't make the user give it away
 */
public record Method(String word, String credentialType, int strength) implements Comparable<Method> {

    /** Lowest strength of a method that resists phishing. */
    public static final int PHISHING_RESISTANT = 40;

    public static final Method TOTP = new Method("totp", "otp", 30);
    public static final Method SMS = new Method("sms", "sms-otp", 20);

    private static final Comparator<Method> STRONGEST_FIRST =
            Comparator.comparingInt(Method::strength).reversed().thenComparing(Method::word);

    /** Returns every method that the server knows, the strongest first. */
    public static List<Method> values() {
        return KnownMethods.ALL;
    }

    public static Optional<Method> ofWord(String word) {
        return values().stream()
                .filter(method -> method.word.equalsIgnoreCase(word))
                .findFirst();
    }

    public static Optional<Method> ofCredentialType(String type) {
        return values().stream()
                .filter(method -> method.credentialType.equals(type))
                .findFirst();
    }

    static Set<Method> phishingResistant(Collection<Method> methods) {
        return methods.stream().filter(Method::isPhishingResistant).collect(Collectors.toSet());
    }

    public boolean isPhishingResistant() {
        return strength >= PHISHING_RESISTANT;
    }

    @Override
    public int compareTo(Method other) {
        return STRONGEST_FIRST.compare(this, other);
    }
}
