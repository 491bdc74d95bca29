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

@DisplayName("Secret of a gateway")
class SecretOptionTest {

    private static final Vault VAULT =
            key -> Optional.ofNullable(Map.of("key", "from the vault").get(key));

    @Test
    @DisplayName("is taken as it is written")
    void literal() {
        assertEquals(Configured.ready("pa$$w{}rd"), option(" pa$$w{}rd ").in(VAULT));
    }

    @Test
    @DisplayName("is looked up where it refers to the vault")
    void reference() {
        assertEquals(Configured.ready("from the vault"), option("${vault.key}").in(VAULT));
    }

    @ParameterizedTest(name = "security 28: \"{0}\" leads nowhere, and is never taken for the secret")
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
        String fault = option(reference).in(VAULT).fault().orElseThrow();

        assertFalse(fault.contains("from the vault"), fault);
    }

    @Test
    @DisplayName("X9 the fault says which option, and what the vault does not have")
    void fault() {
        assertEquals(
                Optional.of(
                        "the option token of acme refers to ${vault.other}, which the vault does not have for this realm"),
                option("${vault.other}").in(VAULT).fault());
    }

    @ParameterizedTest(name = "that is \"{0}\" is not set")
    @NullSource
    @ValueSource(strings = {"", "  "})
    void absent(String nothing) {
        assertFalse(option(nothing).isSet());
        assertEquals(
                Optional.of(
                        "the option token of acme is not set (a reference to the vault is written $${vault.<key>})"),
                option(nothing).in(VAULT).fault());
    }

    @Test
    @DisplayName("security 6: is in no log, neither as an option nor once it is looked up")
    void inLogs() {
        SecretOption literal = option("s3cret");

        assertFalse((literal + " " + literal.in(VAULT)).contains("s3cret"));
    }

    @Test
    @DisplayName("security 28: does not come from a vault that fails")
    void failingVault() {
        assertEquals(Optional.empty(), Vault.of(null).secret("key"));
    }

    private static SecretOption option(String configured) {
        return new SecretOption("acme", "token", configured);
    }
}
