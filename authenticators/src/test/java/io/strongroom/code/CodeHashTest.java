package io.strongroom.code;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import javax.crypto.SecretKey;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The hash of a code")
class CodeHashTest {

    private static final SecretKey KEY = TestKeys.key("one").secret();
    private static final String HASH = CodeHash.of(KEY, "challenge", "binding", "123456");

    @Test
    @DisplayName("security 6: matches its code")
    void matches() {
        assertTrue(CodeHash.matches(KEY, "challenge", "binding", "123456", HASH));
    }

    @ParameterizedTest(name = "security 6: does not match challenge {0}, binding {1}, code {2}")
    @CsvSource({
        "other,binding,123456",
        "challenge,other,123456",
        "challenge,binding,123457",
        "challenge,binding,0123456",
        "challenge,binding,''"
    })
    void bound(String challenge, String binding, String code) {
        assertFalse(CodeHash.matches(KEY, challenge, binding, code, HASH));
    }

    @Test
    @DisplayName("security 6: depends on the key")
    void keyed() {
        SecretKey other = TestKeys.key("other").secret();

        assertNotEquals(HASH, CodeHash.of(other, "challenge", "binding", "123456"));
        assertFalse(CodeHash.matches(other, "challenge", "binding", "123456", HASH));
    }

    @Test
    @DisplayName("security 6: has 256 bits and is not a plain hash of the code")
    void notPlain() throws Exception {
        byte[] hash = Base64.getDecoder().decode(HASH);
        byte[] plain = MessageDigest.getInstance("SHA-256").digest("123456".getBytes(StandardCharsets.UTF_8));

        assertEquals(32, hash.length);
        assertFalse(MessageDigest.isEqual(plain, hash));
    }
}
