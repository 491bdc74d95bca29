package io.strongroom.factor.backupcode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.SecureRandom;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A backup code")
class BackupCodeTest {

    private static final String CODE = "7k2mx-9pq01-t3v8w";

    @Test
    @DisplayName("security 13: has at least 64 random bits, in 15 characters from an alphabet of 32")
    void entropy() {
        Set<Integer> seen = new HashSet<>();
        for (int i = 0; i < 500; i++) {
            String shown = BackupCode.random(new SecureRandom()).shown();
            assertTrue(shown.matches("[0-9a-z]{5}-[0-9a-z]{5}-[0-9a-z]{5}"), shown);
            shown.replace("-", "").chars().forEach(seen::add);
        }

        assertEquals(32, seen.size());
        assertTrue(15 * Math.log(seen.size()) / Math.log(2) >= 64);
    }

    @Test
    @DisplayName("can be parsed as shown")
    void roundTrip() {
        for (int i = 0; i < 100; i++) {
            BackupCode code = BackupCode.random(new SecureRandom());
            assertEquals(Optional.of(code), BackupCode.parse(code.shown()));
        }
    }

    @ParameterizedTest(name = "\"{0}\" is read as " + CODE)
    @ValueSource(
            strings = {
                CODE,
                "7K2MX-9PQ01-T3V8W",
                "7k2mx9pq01t3v8w",
                " 7k2mx 9pq01\tt3v8w ",
                "7k2mx\u00a09pq01\u2013t3v8w",
                "7k2mx-9pqo1-t3v8w",
                "7k2mx-9pq0l-t3v8w",
                "7K2MX-9PQOI-T3V8W",
            })
    void tolerant(String entered) {
        assertEquals(BackupCode.parse(CODE), BackupCode.parse(entered));
        assertEquals(CODE, BackupCode.parse(entered).orElseThrow().shown());
    }

    @ParameterizedTest(name = "\"{0}\" is not a backup code")
    @ValueSource(
            strings = {
                "",
                " ",
                "123456",
                "7k2mx-9pq01-t3v8",
                "7k2mx-9pq01-t3v8ww",
                "7k2mx-9pq01-t3v8u",
                "7k2mx_9pq01_t3v8w",
                "7k2mx-9pq01-t3v8é"
            })
    void none(String entered) {
        assertEquals(Optional.empty(), BackupCode.parse(entered));
    }

    @Test
    @DisplayName("security 6: is not shown in logs")
    void notInLogs() {
        assertFalse(BackupCode.parse(CODE).orElseThrow().toString().contains("7k2mx"));
    }
}
