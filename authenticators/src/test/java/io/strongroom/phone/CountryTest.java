package io.strongroom.phone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.strongroom.phone.PhoneNumber.RefusedException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The countries of phone numbers")
class CountryTest {

    private static final List<Country> ALL = Country.all(code -> true, Locale.ENGLISH);

    private static Country country(String code, String language) {
        return Country.all(code::equals, Locale.forLanguageTag(language)).get(0);
    }

    @ParameterizedTest(name = "X14 {0} is called {2} in {1}")
    @CsvSource({"SE,en,Sweden", "SE,sv,Sverige", "DE,de,Deutschland", "XK,en,Kosovo", "SE,ar,السويد", "JP,ja,日本"})
    void names(String code, String language, String name) {
        assertEquals(name, country(code, language).name());
    }

    @Test
    @DisplayName("X14 have unique names in every language of the login pages")
    void everyName() {
        for (String language : List.of("ar", "ca", "de", "en", "fa", "ja", "ka", "ru", "sv", "th", "uk", "zh-CN")) {
            List<Country> countries = Country.all(code -> true, Locale.forLanguageTag(language));

            assertTrue(countries.size() > 230, language + countries.size());
            assertEquals(
                    Set.of(),
                    countries.stream()
                            .filter(country ->
                                    country.name().isBlank() || country.name().equals(country.code()))
                            .collect(Collectors.toSet()));
            assertEquals(
                    countries.size(),
                    countries.stream().map(Country::name).distinct().count());
        }
    }

    @Test
    @DisplayName("X14 are sorted by the rules of the language: Ö comes last in Swedish, with O in German")
    void order() {
        Set<String> codes = Set.of("AT", "ZA", "PL");

        assertEquals(
                List.of("Polen", "Sydafrika", "Österrike"),
                Country.all(codes::contains, Locale.forLanguageTag("sv")).stream()
                        .map(Country::name)
                        .toList());
        assertEquals(
                List.of("Österreich", "Polen", "Südafrika"),
                Country.all(codes::contains, Locale.GERMAN).stream()
                        .map(Country::name)
                        .toList());
    }

    @Test
    @DisplayName("security 18: are listed only if they are allowed")
    void allowed() {
        assertEquals(
                List.of("DE", "SE"),
                Country.all(Set.of("DE", "SE", "AQ", "ZZ")::contains, Locale.ENGLISH).stream()
                        .map(Country::code)
                        .toList());
        assertTrue(Country.all(code -> false, Locale.ENGLISH).isEmpty());
    }

    @ParameterizedTest(name = "{0} has the calling code +{1}")
    @CsvSource({"SE,46", "DE,49", "US,1", "CA,1", "XK,383", "KZ,7"})
    void callingCode(String code, int callingCode) {
        assertEquals(callingCode, country(code, "en").callingCode());
    }

    @Test
    @DisplayName("have an example that is accepted in that country, in both formats")
    void examples() throws RefusedException {
        int without = 0;
        for (Country country : ALL) {
            if (country.example().isEmpty()) {
                without++;
                continue;
            }
            PhoneNumber example = country.example().get();
            assertTrue(example.e164().startsWith("+" + country.callingCode()), country.toString());
            assertEquals(example, new DialledNumber(example.e164(), null).parse(code -> true));
            assertEquals(example, new DialledNumber(example.national(), country.code()).parse(code -> true));
        }
        assertTrue(without < 5, "countries without an example: " + without);
    }

    @ParameterizedTest(name = "the example of Sweden, {0}, is a reserved number")
    @ValueSource(strings = "070-174 06 05")
    void sweden(String national) {
        PhoneNumber example = country("SE", "en").example().orElseThrow();

        assertEquals(PhoneNumber.EXAMPLE, example.e164());
        assertEquals(national, example.national());
        assertFalse(example.toString().contains("174"));
    }
}
