package io.strongroom.themes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Locale;
import java.util.Properties;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Texts in Chinese")
class ChineseTextsTest {
    private final ChineseTexts texts = new ChineseTexts();

    private Properties of(String tag) throws IOException {
        return texts.getMessages("messages", Locale.forLanguageTag(tag));
    }

    @ParameterizedTest(name = "X14 {0} has the texts of {1}")
    @CsvSource({"zh-CN,zh-Hans", "zh-Hans-SG,zh-Hans", "zh-TW,zh-Hant"})
    void byCountryAndByScript(String country, String script) throws IOException {
        assertTrue(of(script).containsKey("strongroomCodeTitle"));
        assertEquals(of(script), of(country));
    }

    @Test
    @DisplayName("X14 the scripts differ")
    void scripts() throws IOException {
        assertNotEquals(of("zh-Hans"), of("zh-Hant"));
    }

    @ParameterizedTest(name = "{0} is left to Keycloak")
    @ValueSource(strings = {"zh", "zh-HK", "en", "ja"})
    void others(String tag) throws IOException {
        assertEquals(0, of(tag).size());
    }
}
