package io.strongroom.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("X15 The name of an organization in messages")
class OrganizationNameTest {

    @ParameterizedTest(name = "is shown as it is: {0}")
    @ValueSource(
            strings = {"Acme", "Müller & Söhne GmbH", "東京商事", "Dr. Smith: Partners", "A/S Norge", "<b>Acme</b>", "مؤسسة"
            })
    void kept(String name) {
        assertEquals(name, OrganizationName.shown(name));
    }

    @ParameterizedTest(name = "attack: {0} becomes {1}, which no phone or e-mail program turns into a link")
    @CsvSource({
        "Booking.com,Booking com",
        "https://evil.example/login,https: evil example/login",
        "www.evil.example,www evil example",
        "192.0.2.7,192 0 2 7",
        "evil\u3002example,evil example",
        "evil\uFF0Eexample,evil example",
        "help@evil.example,help evil example",
        "\\\\evil\\share,evil\\share"
    })
    void links(String name, String shown) {
        assertEquals(shown, OrganizationName.shown(name));
    }

    @Test
    @DisplayName("attack: can't add lines, such as one that binds the code to another address")
    void lines() {
        assertEquals("Acme evil example #123456", OrganizationName.shown("Acme\r\n\n@evil.example #123456"));
        assertEquals("Acme Bcc: anna", OrganizationName.shown("Acme\u2028Bcc: anna"));
    }

    @ParameterizedTest(name = "attack: can''t contain the invisible character {0}")
    @ValueSource(strings = {"\u202E", "\u200B", "\u0000", "\u2066", "\uFEFF", "\uE000"})
    void invisible(String character) {
        assertEquals("Acme", OrganizationName.shown("Ac" + character + "me"));
    }

    @Test
    @DisplayName("attack: a dot that is followed by an invisible character still makes no link")
    void hiddenLink() {
        assertEquals("evil example", OrganizationName.shown("evil.\u200Bexample"));
    }

    @ParameterizedTest(name = "attack: {0} can''t name a message key or a placeholder")
    @ValueSource(strings = {"${strongroomCodeTitle}", "{code}", "{0}", "{0,choice,1#x}"})
    void placeholders(String name) {
        String shown = OrganizationName.shown(name);

        assertFalse(shown.contains("{") || shown.contains("}"), shown);
    }

    @Test
    @DisplayName("attack: is cut after 60 characters, not within one")
    void length() {
        String shown = OrganizationName.shown("😀".repeat(255));

        assertEquals("😀".repeat(60) + "…", shown);
        assertTrue(OrganizationName.shown("a".repeat(60)).endsWith("a"));
    }

    @ParameterizedTest(name = "is empty if nothing of it can be shown")
    @ValueSource(strings = {"", " ", "\u200B\u202E", "{}", "@"})
    void empty(String name) {
        assertEquals("", OrganizationName.shown(name));
    }
}
