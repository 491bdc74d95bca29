package io.strongroom.phone;

import io.strongroom.phone.PhoneNumber.Refusal;
import io.strongroom.phone.PhoneNumber.RefusedException;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * A number as its owner dials it: within the country, such as {@code 070-174 06 05}, or in full, after {@code +} or what the
 * country dials before numbers of others, such as {@code 00}, {@code 011}, {@code 0011} or {@code 8~10}.
 *
 * @param entered what was typed
 * @param country ISO 3166 code of where the number is dialled like this, or null: unknown
 */
public record DialledNumber(String entered, String country) {

    private static final Pattern DIGITS = Pattern.compile("\\p{Nd}{1,40}");

    /** Where one waits for a second tone. */
    private static final Pattern TONES = Pattern.compile("[~\\u02dc\\u223c\\uff5e]");

    private static final char WIDE_PLUS = '\uff0b';

    /**
     * @param countries as in {@link PhoneNumber#parse(String, Predicate)}
     * @throws RefusedException with the reason why it is none
     */
    public PhoneNumber parse(Predicate<String> countries) throws RefusedException {
        if (entered == null || entered.isBlank()) {
            throw new RefusedException(Refusal.MISSING);
        }
        String compact = PhoneNumber.compact(entered.replace(WIDE_PLUS, '+'));
        String untoned = TONES.matcher(compact).replaceAll("");
        if (!DIGITS.matcher(untoned).matches()) {
            return PhoneNumber.parse(compact, countries);
        }
        String digits = ExitPrefix.digits(untoned);
        return country == null ? wherever(digits, countries) : PhoneNumber.parse(inFull(digits), countries);
    }

    private String inFull(String digits) throws RefusedException {
        return ExitPrefix.inFull(digits, country).orElseThrow(() -> new RefusedException(Refusal.IMPOSSIBLE));
    }

    /** Dialled abroad it can mean one number here and another there: it is taken where it means one. */
    private static PhoneNumber wherever(String digits, Predicate<String> countries) throws RefusedException {
        Set<String> allowed = ExitPrefix.readings(digits, countries);
        Set<String> readings = allowed.isEmpty() ? ExitPrefix.readings(digits, country -> true) : allowed;
        if (readings.size() != 1) {
            boolean isNone = readings.isEmpty() && ExitPrefix.isUsual(digits);
            throw new RefusedException(isNone ? Refusal.IMPOSSIBLE : Refusal.COUNTRY_UNKNOWN);
        }
        return PhoneNumber.parse(readings.iterator().next(), countries);
    }

    /** Keeps whole numbers out of logs. */
    @Override
    public String toString() {
        return "number dialled in " + country;
    }
}
