package io.strongroom.phone;

import io.strongroom.phone.PhoneNumber.Refusal;
import io.strongroom.phone.PhoneNumber.RefusedException;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * A phone number as a user dials it: a national number such as {@code 070-174 06 05}, or an international one after
 * {@code +} or the country's exit prefix, such as {@code 00}, {@code 011}, {@code 0011} or {@code 8~10}.
 *
 * @param entered the text as typed
 * @param country ISO 3166 code of the country in which the number is dialled; null if unknown
 */
public record DialledNumber(String entered, String country) {

    private static final Pattern DIGITS = Pattern.compile("\\p{Nd}{1,40}");

    /** Matches characters that mean "wait for a second dial tone". */
    private static final Pattern DIAL_TONE = Pattern.compile("[~\\u02dc\\u223c\\uff5e]");

    private static final char FULL_WIDTH_PLUS = '\uff0b';

    /**
     * Returns the number in international format.
     *
     * @param countries tests whether a country is allowed, as in {@link PhoneNumber#parse(String, Predicate)}
     * @throws RefusedException if the number can't be used for text messages; contains the reason
     */
    public PhoneNumber parse(Predicate<String> countries) throws RefusedException {
        if (entered == null || entered.isBlank()) {
            throw new RefusedException(Refusal.MISSING);
        }
        String compact = PhoneNumber.compact(entered.replace(FULL_WIDTH_PLUS, '+'));
        String withoutTones = DIAL_TONE.matcher(compact).replaceAll("");
        if (!DIGITS.matcher(withoutTones).matches()) {
            return PhoneNumber.parse(compact, countries);
        }
        String digits = ExitPrefix.asciiDigits(withoutTones);
        return country == null ? parseWithoutCountry(digits, countries) : PhoneNumber.parse(e164(digits), countries);
    }

    private String e164(String digits) throws RefusedException {
        return ExitPrefix.toE164(digits, country).orElseThrow(() -> new RefusedException(Refusal.IMPOSSIBLE));
    }

    /**
     * Parses digits if the country is unknown. The same digits can mean different numbers in different countries,
     * so they are accepted only if they mean a single number.
     */
    private static PhoneNumber parseWithoutCountry(String digits, Predicate<String> countries) throws RefusedException {
        Set<String> allowed = ExitPrefix.readings(digits, countries);
        Set<String> readings = allowed.isEmpty() ? ExitPrefix.readings(digits, country -> true) : allowed;
        if (readings.size() != 1) {
            boolean isImpossible = readings.isEmpty() && ExitPrefix.startsWithUsual(digits);
            throw new RefusedException(isImpossible ? Refusal.IMPOSSIBLE : Refusal.COUNTRY_UNKNOWN);
        }
        return PhoneNumber.parse(readings.iterator().next(), countries);
    }

    /** Returns a text without the number, so that logs don't contain it. */
    @Override
    public String toString() {
        return "number dialled in " + country;
    }
}
