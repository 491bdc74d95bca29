package io.strongroom.factor;

import io.strongroom.policy.KnownMethod;
import io.strongroom.policy.Method;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import org.keycloak.models.credential.RecoveryAuthnCodesCredentialModel;

/** Finds the registered factors. */
public final class Factors {

    private static final List<Factor> ALL =
            ServiceLoader.load(KnownMethod.class, Factor.class.getClassLoader()).stream()
                    .map(ServiceLoader.Provider::get)
                    .filter(Factor.class::isInstance)
                    .map(Factor.class::cast)
                    .sorted((one, other) -> one.method().compareTo(other.method()))
                    .toList();

    /** Types of the credentials with backup codes and with Keycloak's recovery codes, which are treated alike. */
    private static final Set<String> SAVED_CODES = Set.of("backup-codes", RecoveryAuthnCodesCredentialModel.TYPE);

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

    /** Returns whether credentials of this type contain codes that the user has saved, in place of a factor. */
    public static boolean areSavedCodes(String credentialType) {
        return SAVED_CODES.contains(credentialType);
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
                .filter(factor -> factor.setUpAction().filter(action::equals).isPresent())
                .findFirst();
    }
}
