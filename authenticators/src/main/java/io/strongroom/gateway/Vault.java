package io.strongroom.gateway;

import io.strongroom.log.Log;
import java.util.Optional;
import java.util.regex.Pattern;
import org.keycloak.models.KeycloakSession;

/** Where the secrets are that options refer to by {@code ${vault.<key>}}. */
@FunctionalInterface
public interface Vault {

    /** A reference; its first group is the key. */
    Pattern REFERENCE = Pattern.compile("\\$\\{vault\\.([^}]*)}");

    /** How a reference begins; what begins so and is none is a mistake, never a value. */
    String REFERENCE_START = "${vault.";

    /** Empty where there is no such secret, no vault, or it cannot be read. */
    Optional<String> secret(String key);

    /**
     * Keycloak's vault, which looks for a secret of the realm in the session's context. A line break at the end of a secret,
     * as editors put it into files, is not part of it.
     */
    static Vault of(KeycloakSession session) {
        return key -> {
            try {
                return session.vault()
                        .getStringSecret("${vault." + key + "}")
                        .get()
                        .map(String::strip)
                        .filter(secret -> !secret.isEmpty());
            } catch (RuntimeException unreadable) {
                Log.of(Vault.class)
                        .errorf(
                                "the vault could not be read: %s",
                                unreadable.getClass().getName());
                return Optional.empty();
            }
        };
    }
}
