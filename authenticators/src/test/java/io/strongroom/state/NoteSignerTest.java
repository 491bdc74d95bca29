package io.strongroom.state;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import java.util.Optional;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A signed note")
class NoteSignerTest {

    private static final SecretKey OLD = key(1);
    private static final SecretKey NEW = key(2);
    private static final String TEXT = "[{\"user\":\"anna\"}]. with a dot";

    private static SecretKey key(int seed) {
        return new SecretKeySpec(new byte[] {(byte) seed, 7, 7, 7}, "HmacSHA512");
    }

    private static NoteSigner signer(String purpose, SecretKey... keys) {
        return new NoteSigner(() -> List.of(keys), purpose);
    }

    @Test
    @DisplayName("is accepted with the key that signed it, even after the realm's keys are rotated")
    void rotation() {
        String signed = signer("passed", OLD).sign(TEXT);

        assertEquals(Optional.of(TEXT), signer("passed", OLD).verify(signed));
        assertEquals(Optional.of(TEXT), signer("passed", NEW, OLD).verify(signed));
        assertEquals(Optional.empty(), signer("passed", NEW).verify(signed));
    }

    @Test
    @DisplayName("is rejected for another purpose or with another text")
    void binding() {
        String signed = signer("passed", OLD).sign(TEXT);

        assertEquals(Optional.empty(), signer("provider", OLD).verify(signed));
        assertEquals(Optional.empty(), signer("passed", OLD).verify(signed + " "));
        assertNotEquals(signed, signer("provider", OLD).sign(TEXT));
    }

    @ParameterizedTest(name = "is rejected if it is \"{0}\"")
    @NullSource
    @ValueSource(strings = {"", ".", "[{\"user\":\"anna\"}]", ".[]", "AAAA.[]", "é.[]"})
    void forged(String text) {
        assertEquals(Optional.empty(), signer("passed", OLD).verify(text));
    }
}
