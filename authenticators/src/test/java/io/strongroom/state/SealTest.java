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

@DisplayName("A sealed text")
class SealTest {

    private static final SecretKey OLD = key(1);
    private static final SecretKey NEW = key(2);
    private static final String TEXT = "[{\"user\":\"anna\"}]. with a dot";

    private static SecretKey key(int seed) {
        return new SecretKeySpec(new byte[] {(byte) seed, 7, 7, 7}, "HmacSHA512");
    }

    private static Seal seal(String purpose, SecretKey... keys) {
        return new Seal(() -> List.of(keys), purpose);
    }

    @Test
    @DisplayName("is opened with the key that sealed it, also after the realm's keys rotated")
    void rotation() {
        String sealed = seal("passed", OLD).close(TEXT);

        assertEquals(Optional.of(TEXT), seal("passed", OLD).open(sealed));
        assertEquals(Optional.of(TEXT), seal("passed", NEW, OLD).open(sealed));
        assertEquals(Optional.empty(), seal("passed", NEW).open(sealed));
    }

    @Test
    @DisplayName("is of no use for another purpose, nor with another text")
    void binding() {
        String sealed = seal("passed", OLD).close(TEXT);

        assertEquals(Optional.empty(), seal("provider", OLD).open(sealed));
        assertEquals(Optional.empty(), seal("passed", OLD).open(sealed + " "));
        assertNotEquals(sealed, seal("provider", OLD).close(TEXT));
    }

    @ParameterizedTest(name = "is not this: \"{0}\"")
    @NullSource
    @ValueSource(strings = {"", ".", "[{\"user\":\"anna\"}]", ".[]", "AAAA.[]", "é.[]"})
    void forged(String text) {
        assertEquals(Optional.empty(), seal("passed", OLD).open(text));
    }
}
