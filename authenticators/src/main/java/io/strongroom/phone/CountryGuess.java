package io.strongroom.phone;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Guesses the user's country from the browser's languages, so that a page can preselect it. Makes no guess if the
 * languages don't clearly indicate a country.
 */
public final class CountryGuess {

    private static final Map<String, Set<String>> COUNTRIES_OF_LANGUAGES = Stream.of(Locale.getAvailableLocales())
            .filter(locale -> !locale.getCountry().isEmpty())
            .collect(Collectors.groupingBy(
                    Locale::getLanguage, Collectors.mapping(Locale::getCountry, Collectors.toSet())));

    private CountryGuess() {}

    /**
     * Returns the country of the first language that indicates one. A language with a region indicates that region. A
     * language without a region indicates the country where it is spoken, if that is only one of the offered
     * countries. If it is spoken in several of them, the search ends without a guess, because later languages are
     * weaker evidence.
     *
     * @param acceptLanguage value of the {@code Accept-Language} header (RFC 9110 12.5.4), or null
     * @param page           the language of the page, tried last
     * @param offered        ISO 3166 codes of the countries to choose from
     */
    public static Optional<String> of(String acceptLanguage, Locale page, Set<String> offered) {
        List<Locale> languages =
                Stream.concat(languages(acceptLanguage), Stream.of(page)).toList();
        for (Locale language : languages) {
            if (offered.contains(language.getCountry())) {
                return Optional.of(language.getCountry());
            }
            if (language.getCountry().isEmpty()) {
                List<String> spokenIn = COUNTRIES_OF_LANGUAGES.getOrDefault(language.getLanguage(), Set.of()).stream()
                        .filter(offered::contains)
                        .toList();
                if (!spokenIn.isEmpty()) {
                    return spokenIn.size() == 1 ? Optional.of(spokenIn.get(0)) : Optional.empty();
                }
            }
        }
        return Optional.empty();
    }

    private static Stream<Locale> languages(String acceptLanguage) {
        if (acceptLanguage == null) {
            return Stream.empty();
        }
        try {
            return Locale.LanguageRange.parse(acceptLanguage).stream()
                    .filter(range -> range.getWeight() > 0)
                    .map(range -> Locale.forLanguageTag(range.getRange()))
                    .filter(language -> !language.getLanguage().isEmpty());
        } catch (IllegalArgumentException | IndexOutOfBoundsException malformed) {
            return Stream.empty();
        }
    }
}
