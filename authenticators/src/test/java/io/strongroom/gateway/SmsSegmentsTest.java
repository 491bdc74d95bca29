package io.strongroom.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Segments of a text (3GPP TS 23.038)")
class SmsSegmentsTest {

    @ParameterizedTest(name = "\"{0}\" fits the GSM alphabet")
    @ValueSource(
            strings = {
                "123456 is your code",
                "123456 ist Ihr Code für Übung, schön groß",
                "493817 är din kod på ÅÄÖ",
                "code: 1 000 €",
                "@login.example.com #123456",
                "a\nb\r",
                "{[~]}|^\\",
                "ΔΦΓΛΩΠΨΣΘΞ ¡¿ §¤ ÆæØøß Çñ èéùìò à"
            })
    void gsm(String text) {
        assertEquals(false, SmsSegments.of(text).unicode());
    }

    @ParameterizedTest(name = "\"{0}\" does not")
    @ValueSource(
            strings = {"ç", "ê", "“123456”", "123456 – Code", "код", "認証", "🔑", "a\u0000", "a\u001b", "a\tb", "`"})
    void unicode(String text) {
        assertEquals(true, SmsSegments.of(text).unicode());
    }

    @Test
    @DisplayName("characters of the extension table take two septets")
    void extension() {
        assertEquals(new SmsSegments(false, 5, 1), SmsSegments.of("a€["));
    }

    @Test
    @DisplayName("a character outside the basic plane takes two units")
    void surrogates() {
        assertEquals(new SmsSegments(true, 3, 1), SmsSegments.of("a🔑"));
    }

    @Test
    @DisplayName("up to 160 septets are one message, 161 are two, with 153 in each")
    void septets() {
        assertEquals(new SmsSegments(false, 160, 1), SmsSegments.of("x".repeat(160)));
        assertEquals(new SmsSegments(false, 161, 2), SmsSegments.of("x".repeat(161)));
        assertEquals(new SmsSegments(false, 306, 2), SmsSegments.of("x".repeat(306)));
        assertEquals(new SmsSegments(false, 307, 3), SmsSegments.of("x".repeat(307)));
    }

    @Test
    @DisplayName("up to 70 units are one message, 71 are two, with 67 in each")
    void units() {
        assertEquals(new SmsSegments(true, 70, 1), SmsSegments.of("я".repeat(70)));
        assertEquals(new SmsSegments(true, 71, 2), SmsSegments.of("я".repeat(71)));
        assertEquals(new SmsSegments(true, 134, 2), SmsSegments.of("я".repeat(134)));
        assertEquals(new SmsSegments(true, 135, 3), SmsSegments.of("я".repeat(135)));
    }

    @Test
    @DisplayName("a character that takes two places is not cut by the end of a segment")
    void notCut() {
        assertEquals(new SmsSegments(false, 306, 3), SmsSegments.of("x".repeat(152) + "€" + "x".repeat(152)));
        assertEquals(new SmsSegments(true, 134, 3), SmsSegments.of("я".repeat(66) + "🔑" + "я".repeat(66)));
        assertEquals(new SmsSegments(false, 160, 1), SmsSegments.of("x".repeat(158) + "€"));
    }

    @Test
    @DisplayName("an empty text is one message")
    void empty() {
        assertEquals(new SmsSegments(false, 0, 1), SmsSegments.of(""));
    }
}
