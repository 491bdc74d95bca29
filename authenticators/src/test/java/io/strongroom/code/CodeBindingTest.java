package io.strongroom.code;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Binding of a code")
class CodeBindingTest {

    private static final CodeBinding BINDING = new CodeBinding("login", "user", "+46701740605");

    @Test
    @DisplayName("has one key, however often it is made")
    void stable() {
        assertEquals(BINDING.key(), new CodeBinding("login", "user", "+46701740605").key());
    }

    @ParameterizedTest(name = "security 4: {0}, {1}, {2} is another binding")
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

    @ParameterizedTest(name = "security 4: parts that join alike are another binding: \"{0}\" \"{1}\" \"{2}\"")
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
    @DisplayName("security 4: no part can hold what looks like the border between two")
    void borders() {
        assertNotEquals(new CodeBinding("a\0b", "c", "d").key(), new CodeBinding("a", "b\0c", "d").key());
        assertNotEquals(new CodeBinding("a\0\1b", "c", "d").key(), new CodeBinding("a", "b\0\1c", "d").key());
    }

    @Test
    @DisplayName("security 4: nor can parts that are longer than a byte counts")
    void longParts() {
        String a65 = "A".repeat(65);
        String border = "\0A" + a65;
        CodeBinding split = new CodeBinding(border + "\0A" + "A".repeat(187), a65, a65);
        CodeBinding joined = new CodeBinding("", a65, "A".repeat(187) + border + border);
        assertNotEquals(split.key(), joined.key());

        CodeBinding unbordered = new CodeBinding("A".repeat(256), a65, a65);
        assertNotEquals(unbordered.key(), new CodeBinding("", a65, "A".repeat(321)).key());
    }

    @Test
    @DisplayName("security 19: its text for logs is its key")
    void text() {
        assertEquals("CodeBinding[" + BINDING.key() + "]", BINDING.toString());
    }

    @Test
    @DisplayName("letters that no ASCII has are told apart")
    void unicode() {
        assertNotEquals(
                new CodeBinding("login", "å", "+46701740605").key(),
                new CodeBinding("login", "ä", "+46701740605").key());
    }

    @Test
    @DisplayName("security 19: its key shows no number and fits any store")
    void opaque() {
        assertTrue(BINDING.key().matches("[A-Za-z0-9_-]{43}"), BINDING.key());
        assertFalse(BINDING.key().contains("740605"), BINDING.key());
    }
}
