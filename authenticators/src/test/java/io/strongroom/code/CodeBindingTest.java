package io.strongroom.code;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The binding of a code")
class CodeBindingTest {

    private static final CodeBinding BINDING = new CodeBinding("login", "user", "+46701740605");

    @Test
    @DisplayName("gives the same key for equal parts")
    void stable() {
        assertEquals(BINDING.key(), new CodeBinding("login", "user", "+46701740605").key());
    }

    @ParameterizedTest(name = "security 4: differs for {0}, {1}, {2}")
    @CsvSource({
        "other,user,+46701740605",
        "login,other,+46701740605",
        "login,user,+46701740606",
        "user,login,+46701740605",
        "LOGIN,user,+46701740605"
    })
    void differs(String login, String user, String number) {
        assertNotEquals(BINDING.key(), new CodeBinding(login, user, number).key());
    }

    @ParameterizedTest(
            name = "security 4: gives another key for parts with the same concatenation: \"{0}\" \"{1}\" \"{2}\"")
    @CsvSource({
        "logi,nuser,+46701740605",
        "loginu,ser,+46701740605",
        "login,'user+4',6701740605",
        "'',loginuser,+46701740605"
    })
    void joinedAlike(String login, String user, String number) {
        assertNotEquals(BINDING.key(), new CodeBinding(login, user, number).key());
    }

    @Test
    @DisplayName("security 4: prevents a part from imitating the separator of two parts")
    void separators() {
        assertNotEquals(new CodeBinding("a\0b", "c", "d").key(), new CodeBinding("a", "b\0c", "d").key());
        assertNotEquals(new CodeBinding("a\0\1b", "c", "d").key(), new CodeBinding("a", "b\0\1c", "d").key());
    }

    @Test
    @DisplayName("security 4: includes parts longer than 255 bytes")
    void longParts() {
        String a65 = "A".repeat(65);
        String separator = "\0A" + a65;
        CodeBinding split = new CodeBinding(separator + "\0A" + "A".repeat(187), a65, a65);
        CodeBinding joined = new CodeBinding("", a65, "A".repeat(187) + separator + separator);
        assertNotEquals(split.key(), joined.key());

        CodeBinding withoutSeparator = new CodeBinding("A".repeat(256), a65, a65);
        assertNotEquals(withoutSeparator.key(), new CodeBinding("", a65, "A".repeat(321)).key());
    }

    @Test
    @DisplayName("security 19: appears in logs as its key")
    void text() {
        assertEquals("CodeBinding[" + BINDING.key() + "]", BINDING.toString());
    }

    @Test
    @DisplayName("distinguishes non-ASCII letters")
    void unicode() {
        assertNotEquals(
                new CodeBinding("login", "å", "+46701740605").key(),
                new CodeBinding("login", "ä", "+46701740605").key());
    }

    @Test
    @DisplayName("security 19: has a key without the number and with only URL-safe characters")
    void opaque() {
        assertTrue(BINDING.key().matches("[A-Za-z0-9_-]{43}"), BINDING.key());
        assertFalse(BINDING.key().contains("740605"), BINDING.key());
    }
}
