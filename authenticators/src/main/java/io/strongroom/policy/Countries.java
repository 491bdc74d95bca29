package io.strongroom.policy;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The countries whose numbers text messages are sent to.
 *
 * @param all   whether the tenant names none, so that all are allowed
 * @param codes ISO 3166-1 alpha-2
 */
public record Countries(boolean all, Set<String> codes) {

    static final String ATTRIBUTE = "twoFactor.sms.allowedCountries";

    /** In use for phone numbers, though ISO has not assigned them to countries. */
    private static final Set<String> BESIDES_ISO = Set.of("AC", "TA", "XK");

    private static final String CODES = "ISO 3166 codes of two letters, such as SE,DE";

    private static final Countries ALL = new Countries(true, Set.of());

    /** What is no country allows nothing; where none is left, nothing is sent at all. */
    static Countries parse(Settings settings) {
        String value = settings.list(ATTRIBUTE);
        if (value == null) {
            return ALL;
        }
        if (value.isBlank()) {
            // An empty list was stored so, and meant all; to read it as none would stop every message.
            return settings.refuse(ATTRIBUTE, value, ALL, "all countries", CODES);
        }
        List<String> words = WordList.of(value).stream()
                .map(word -> word.toUpperCase(Locale.ROOT))
                .toList();
        Set<String> known = words.stream().filter(Countries::isCountry).collect(Collectors.toCollection(TreeSet::new));
        if (known.size() < Set.copyOf(words).size() || known.isEmpty()) {
            settings.refuse(ATTRIBUTE, value, known, known.isEmpty() ? "no country" : String.join(",", known), CODES);
        }
        return new Countries(false, Set.copyOf(known));
    }

    static boolean isCountry(String code) {
        return Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2).contains(code) || BESIDES_ISO.contains(code);
    }

    Optional<String> only() {
        return codes.size() == 1 ? codes.stream().findFirst() : Optional.empty();
    }

    /** @param code of a number's country, or null where it belongs to none: then only a tenant that names none allows it */
    public boolean allows(String code) {
        return all || (code != null && codes.contains(code));
    }
}
