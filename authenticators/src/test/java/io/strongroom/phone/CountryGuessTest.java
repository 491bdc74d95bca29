package io.strongroom.phone;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The country guessed from a browser's languages")
class CountryGuessTest {

    private static final Set<String> ALL = PhoneNumberUtil.getInstance().getSupportedRegions();

    private static Optional<String> guess(String header, String page, Set<String> offered) {
        return CountryGuess.of(header, Locale.forLanguageTag(page), offered);
    }

    @ParameterizedTest(name = "\"{0}\" on a page in {1} means {2}")
    @CsvSource({
        "'sv-SE,sv;q=0.9,en-US;q=0.8',en,SE",
        "sv-SE,sv,SE",
        "'en-GB,de;q=0.5',en,GB",
        "'en;q=0.5, pt-BR;q=0.9',pt-BR,BR",
        "zh-Hant-TW,zh-TW,TW",
        "'fr-CH, fr;q=0.9, en;q=0.8, de;q=0.7, *;q=0.5',fr,CH",
        "ja,ja,JP",
        "'*',pt-BR,BR",
        ",pt-BR,BR"
    })
    void guessed(String header, String page, String country) {
        assertEquals(Optional.of(country), guess(header, page, ALL));
    }

    @ParameterizedTest(
            name = "\"{0}\" means no country: the language is spoken in several countries, or in no known one")
    @ValueSource(
            strings = {
                "en",
                "de,en-US;q=0.7,en;q=0.3",
                "en;q=1, sv-SE;q=0",
                "tlh",
                "",
                "*",
                "es-419,es",
                ";;;",
                "-",
                "sv_SE;q=x"
            })
    void notGuessed(String header) {
        assertEquals(Optional.empty(), guess(header, "en", ALL));
    }

    @ParameterizedTest(name = "\"{0}\" means {1} if only Germany, Poland and Sweden are offered")
    @CsvSource({"de,DE", "'de-AT,de;q=0.9',DE", "'en-US,sv;q=0.8',SE", "'fr-FR,pl-PL;q=0.5',PL"})
    void amongThoseOffered(String header, String country) {
        Locale page = Locale.forLanguageTag(header.substring(0, 2));

        assertEquals(Optional.of(country), CountryGuess.of(header, page, Set.of("DE", "PL", "SE")));
    }
}
