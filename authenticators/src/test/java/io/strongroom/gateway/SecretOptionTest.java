package io.strongroom.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The secret of a gateway")
class SecretOptionTest {

    private static final Vault VAULT =
            key -> Optional.ofNullable(Map.of("key", "from the vault").get(key));

    @Test
    @DisplayName("is used literally")
    void literal() {
        assertEquals(Configured.ready("pa$$w{}rd"), option(" pa$$w{}rd ").resolve(VAULT));
    }

    @Test
    @DisplayName("is resolved if it refers to the vault")
    void reference() {
        assertEquals(Configured.ready("from the vault"), option("${vault.key}").resolve(VAULT));
    }

    @ParameterizedTest(
            name = "security 28: can''t be resolved from \"{0}\", and the option itself is never used as the secret")
    @ValueSource(
            strings = {
                "${vault.other}",
                "${vault.}",
                "${vault.key",
                "x${vault.key}",
                "${vault.key}x",
                "${vault.a}${vault.b}"
            })
    void unresolved(String reference) {
        String fault = option(reference).resolve(VAULT).fault().orElseThrow();

        assertFalse(fault.contains("from the vault"), fault);
    }

    @Test
    @DisplayName("X9 causes a fault that names the option and the key that is missing from the vault")
    void fault() {
        assertEquals(
                Optional.of(
                        "the option token of acme refers to ${vault.other}, which the vault does not have for this realm"),
                option("${vault.other}").resolve(VAULT).fault());
    }

    @ParameterizedTest(name = "is not set if the option is \"{0}\"")
    @NullSource
    @ValueSource(strings = {"", "  "})
    void absent(String nothing) {
        assertFalse(option(nothing).isSet());
        assertEquals(
                Optional.of(
                        "the option token of acme is not set (a reference to the vault is written $${vault.<key>})"),
                option(nothing).resolve(VAULT).fault());
    }

    @Test
    @DisplayName("security 6: does not appear in toString of the option or of the resolved value")
    void inLogs() {
        SecretOption literal = option("s3cret");

        assertFalse((literal + " " + literal.resolve(VAULT)).contains("s3cret"));
    }

    @Test
    @DisplayName("security 28: is empty if the vault fails")
    void failingVault() {
        assertEquals(Optional.empty(), Vault.of(null).secret("key"));
    }

    private static SecretOption option(String configured) {
        return new SecretOption("acme", "token", configured);
    }
}
