package io.strongroom.policy;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The destination countries that a tenant allows for text messages.
 *
 * @param all   whether every country is allowed, because the tenant sets no list
 * @param codes the allowed countries, ISO 3166-1 alpha-2; empty if {@code all}
 */
public record Countries(boolean all, Set<String> codes) {

    static final String ATTRIBUTE = "twoFactor.sms.allowedCountries";

    /** Country codes that phone numbering plans use but ISO 3166 does not assign. */
    private static final Set<String> NOT_IN_ISO = Set.of("AC", "TA", "XK");

    private static final String ALLOWED = "two-letter ISO 3166 codes, such as SE,DE";

    private static final Countries ALL = new Countries(true, Set.of());

    /** Reads the allowed countries. Ignores unknown codes; if no known code is left, no messages are sent. */
    static Countries parse(Settings settings) {
        String value = settings.list(ATTRIBUTE);
        if (value == null) {
            return ALL;
        }
        if (value.isBlank()) {
            // Earlier versions stored an empty list for "all". Reading it as "none" would stop every message.
            return settings.reject(ATTRIBUTE, value, ALL, "the default (all countries)", ALLOWED);
        }
        List<String> codes = WordList.of(value).stream()
                .map(code -> code.toUpperCase(Locale.ROOT))
                .toList();
        Set<String> known = codes.stream().filter(Countries::isCountry).collect(Collectors.toCollection(TreeSet::new));
        if (known.size() < Set.copyOf(codes).size() || known.isEmpty()) {
            String effective = known.isEmpty() ? "an empty list (no country allowed)" : String.join(",", known);
            settings.reject(ATTRIBUTE, value, known, effective, ALLOWED);
        }
        return new Countries(false, Set.copyOf(known));
    }

    static boolean isCountry(String code) {
        return Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2).contains(code) || NOT_IN_ISO.contains(code);
    }

    /** Returns the allowed country if there is exactly one. */
    Optional<String> single() {
        return codes.size() == 1 ? codes.stream().findFirst() : Optional.empty();
    }

    /**
     * Returns whether messages may be sent to numbers of this country.
     *
     * @param code ISO 3166-1 alpha-2; null for a number without a country, which is allowed only if every country is
     */
    public boolean allows(String code) {
        return all || (code != null && codes.contains(code));
    }
}
