package io.strongroom.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The segments of a text (3GPP TS 23.038)")
class SmsSegmentsTest {

    @ParameterizedTest(name = "fit \"{0}\" in the GSM alphabet")
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
        assertFalse(SmsSegments.of(text).unicode());
    }

    @ParameterizedTest(name = "do not fit \"{0}\" in the GSM alphabet")
    @ValueSource(
            strings = {"ç", "ê", "“123456”", "123456 – Code", "код", "認証", "🔑", "a\u0000", "a\u001b", "a\tb", "`"})
    void unicode(String text) {
        assertTrue(SmsSegments.of(text).unicode());
    }

    @Test
    @DisplayName("count two septets for characters of the extension table")
    void extension() {
        assertEquals(gsm(5, 1), SmsSegments.of("a€["));
    }

    @Test
    @DisplayName("count two units for a character outside the basic plane")
    void surrogates() {
        assertEquals(unicode(3, 1), SmsSegments.of("a🔑"));
    }

    @Test
    @DisplayName("hold up to 160 septets in one message and up to 153 in each of several")
    void septets() {
        assertEquals(gsm(160, 1), SmsSegments.of("x".repeat(160)));
        assertEquals(gsm(161, 2), SmsSegments.of("x".repeat(161)));
        assertEquals(gsm(306, 2), SmsSegments.of("x".repeat(306)));
        assertEquals(gsm(307, 3), SmsSegments.of("x".repeat(307)));
    }

    @Test
    @DisplayName("hold up to 70 units in one message and up to 67 in each of several")
    void units() {
        assertEquals(unicode(70, 1), SmsSegments.of("я".repeat(70)));
        assertEquals(unicode(71, 2), SmsSegments.of("я".repeat(71)));
        assertEquals(unicode(134, 2), SmsSegments.of("я".repeat(134)));
        assertEquals(unicode(135, 3), SmsSegments.of("я".repeat(135)));
    }

    @Test
    @DisplayName("never split a character of two septets or units")
    void notSplit() {
        assertEquals(gsm(306, 3), SmsSegments.of("x".repeat(152) + "€" + "x".repeat(152)));
        assertEquals(unicode(134, 3), SmsSegments.of("я".repeat(66) + "🔑" + "я".repeat(66)));
        assertEquals(gsm(160, 1), SmsSegments.of("x".repeat(158) + "€"));
    }

    @Test
    @DisplayName("include one message for an empty text")
    void empty() {
        assertEquals(gsm(0, 1), SmsSegments.of(""));
    }

    private static SmsSegments gsm(int characters, int segments) {
        return new SmsSegments(false, characters, segments);
    }

    private static SmsSegments unicode(int characters, int segments) {
        return new SmsSegments(true, characters, segments);
    }
}
