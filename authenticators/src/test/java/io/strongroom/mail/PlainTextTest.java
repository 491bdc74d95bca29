package io.strongroom.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A text from users, applications or networks in an e-mail")
class PlainTextTest {

    @ParameterizedTest(name = "is unchanged if it is {0}")
    @ValueSource(
            strings = {
                "iPhone 15 (work)",
                "Åsas telefon",
                "電話",
                "•••05",
                "<b>bold</b>",
                "Dr. Who's",
                "no. 2",
                "v1.5",
                "📱"
            })
    void unchanged(String text) {
        assertEquals(text, PlainText.fromUser(text));
    }

    @ParameterizedTest(name = "security 30: becomes one line without invisible characters if it is {0}")
    @CsvSource({
        "'a\r\nBcc: b','a Bcc: b'",
        "'a\tb  c','a b c'",
        "'\u202Eabc\u200B','abc'",
        "'a\u2028b','a b'",
        "'\u0000\u001B[31m','[31m'",
        "'  ',''"
    })
    void oneLine(String text, String shown) {
        assertEquals(shown, PlainText.line(text));
    }

    @ParameterizedTest(name = "is omitted if it might become a link: {0}")
    @ValueSource(
            strings = {
                "https://evil.example",
                "//evil",
                "evil.example",
                "go to EVIL.COM now",
                "www.evil",
                "me@evil",
                "пример.рф",
                "evil\u200B.example"
            })
    void links(String text) {
        assertEquals("", PlainText.fromUser(text));
    }

    @Test
    @DisplayName("is truncated after 60 characters, never within one")
    void truncated() {
        assertEquals("a".repeat(60), PlainText.line("a".repeat(60)));
        assertEquals("📱".repeat(60) + "…", PlainText.line("📱".repeat(61)));
    }

    @Test
    @DisplayName("is an empty string if it is null")
    void nothing() {
        assertEquals("", PlainText.line(null));
        assertEquals("", PlainText.fromUser(null));
    }
}
