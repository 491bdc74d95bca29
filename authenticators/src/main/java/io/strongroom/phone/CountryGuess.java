package io.strongroom.phone;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The country that a browser's languages speak for, to be chosen in advance. Better none than a wrong one. */
public final class CountryGuess {

    private static final Map<String, Set<String>> COUNTRIES_OF_LANGUAGES = Stream.of(Locale.getAvailableLocales())
            .filter(locale -> !locale.getCountry().isEmpty())
            .collect(Collectors.groupingBy(
                    Locale::getLanguage, Collectors.mapping(Locale::getCountry, Collectors.toSet())));

    private CountryGuess() {}

    /**
     * A language with a region speaks for that; one without speaks for the only country of those offered where it is spoken. One that
     * is spoken in several ends the search: what comes after it says less.
     *
     * @param acceptLanguage the header (RFC 9110 12.5.4), or null
     * @param page           the language of the page, which comes last
     * @param offered        ISO 3166 codes
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
