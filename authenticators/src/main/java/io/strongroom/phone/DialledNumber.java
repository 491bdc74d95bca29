package io.strongroom.phone;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber;
import io.strongroom.phone.PhoneNumber.Refusal;
import io.strongroom.phone.PhoneNumber.RefusedException;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * A number as its owner dials it: within the country, such as {@code 070-174 06 05}, or in full, after {@code +} or {@code 00};
 * the full form does not depend on the country.
 *
 * @param entered what was typed
 * @param country ISO 3166 code of where the number is dialled like this, or null: unknown
 */
public record DialledNumber(String entered, String country) {

    private static final Pattern DIGITS = Pattern.compile("\\p{Nd}{1,40}");
    private static final String ABROAD = "00";
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
        if (!DIGITS.matcher(compact).matches()) {
            return PhoneNumber.parse(compact, countries);
        }
        String digits = PhoneNumberUtil.normalizeDigitsOnly(compact);
        if (digits.startsWith(ABROAD)) {
            return PhoneNumber.parse("+" + digits.substring(ABROAD.length()), countries);
        }
        if (country == null) {
            throw new RefusedException(Refusal.COUNTRY_UNKNOWN);
        }
        return PhoneNumber.parse(inFull(digits), countries);
    }

    private String inFull(String digits) throws RefusedException {
        PhoneNumberUtil util = PhoneNumberUtil.getInstance();
        try {
            Phonenumber.PhoneNumber number = util.parse(digits, country);
            if (!util.isValidNumber(number)) {
                throw new RefusedException(Refusal.IMPOSSIBLE);
            }
            return util.format(number, PhoneNumberFormat.E164);
        } catch (NumberParseException noSuchNumber) {
            throw new RefusedException(Refusal.IMPOSSIBLE);
        }
    }

    /** Keeps whole numbers out of logs. */
    @Override
    public String toString() {
        return "number dialled in " + country;
    }
}
