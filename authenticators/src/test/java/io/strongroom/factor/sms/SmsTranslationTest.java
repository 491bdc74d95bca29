package io.strongroom.factor.sms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("X9 A realm's own translation of the message text")
class SmsTranslationTest {

    private static SmsTranslation translation(String text) {
        return new SmsTranslation("en", text, "Acme");
    }

    @Test
    @DisplayName("is found by its key in all languages")
    void found() {
        List<SmsTranslation> found = SmsTranslation.of(
                        Map.of(
                                "sv", Map.of("strongroomSmsText", "{0} är din kod"),
                                "de", Map.of("strongroomSmsText", "{0}", "other", "x"),
                                "fr", Map.of("other", "x")),
                        "Acme")
                .toList();

        assertEquals(
                List.of(new SmsTranslation("de", "{0}", "Acme"), new SmsTranslation("sv", "{0} är din kod", "Acme")),
                found);
    }

    @ParameterizedTest(name = "contains the code: {0}")
    @ValueSource(strings = {"{0}", "Your code for {1}: {0}", "{0} {2,choice,1#1 minute|1<{2} minutes}"})
    void containsCode(String text) {
        assertTrue(translation(text).containsCode());
    }

    @ParameterizedTest(name = "lacks the code: {0}")
    @ValueSource(strings = {"Welcome to {1}", "'{0}' is quoted", "{0,number,#,###}", "{", ""})
    void lacksCode(String text) {
        assertFalse(translation(text).containsCode());
    }

    @ParameterizedTest(name = "{0} repeated {1} times needs {2} segments")
    @CsvSource({"a,152,1", "a,153,2", "я,62,1", "я,63,2"})
    void length(String letter, int times, int messages) {
        assertEquals(
                messages,
                translation("{0}" + letter.repeat(times))
                        .longest()
                        .orElseThrow()
                        .segments());
    }

    @ParameterizedTest(name = "is malformed: {0}")
    @ValueSource(strings = {"{0", "{code}", "{0,nonsense}"})
    void unreadable(String text) {
        assertTrue(translation(text).longest().isEmpty());
    }
}
