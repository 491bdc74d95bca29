package io.strongroom.gateway;

import io.strongroom.log.Log;
import java.util.Optional;
import java.util.regex.Pattern;
import org.keycloak.models.KeycloakSession;

/** Resolves secrets referenced in options as {@code ${vault.<key>}}. */
@FunctionalInterface
public interface Vault {

    /** Matches a reference. Group 1 of the match is the key. */
    Pattern REFERENCE = Pattern.compile("\\$\\{vault\\.([^}]*)}");

    /**
     * The start of a reference. Text that contains it but isn't a valid reference is an error, never a literal value.
     */
    String REFERENCE_START = "${vault.";

    /** Returns the secret; empty if it doesn't exist, or if there is no vault or the vault can't be read. */
    Optional<String> secret(String key);

    /**
     * Returns Keycloak's vault, which resolves secrets for the realm in the session's context. Strips surrounding
     * whitespace, such as the line break that editors append to a file.
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
