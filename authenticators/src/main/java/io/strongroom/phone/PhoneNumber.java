package io.strongroom.phone;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * A phone number that can receive text messages.
 *
 * @param e164 the number in full international format, such as {@code +46701740605}
 */
public record PhoneNumber(String e164) {

    /** An example number, which is reserved and never assigned. */
    public static final String EXAMPLE = "+46701740605";

    static final String EXAMPLE_COUNTRY = "SE";

    private static final Pattern SEPARATORS = Pattern.compile("[\\p{Z}\\p{Cf}\\s()./\\-\\u2010-\\u2015]");
    private static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{5,14}");
    private static final Pattern INTERNATIONAL = Pattern.compile("\\+\\p{Nd}{5,20}");
    private static final String NO_COUNTRY = PhoneNumberUtil.REGION_CODE_FOR_NON_GEO_ENTITY;
    private static final Set<PhoneNumberType> CANNOT_RECEIVE_TEXT = EnumSet.of(
            PhoneNumberType.FIXED_LINE,
            PhoneNumberType.TOLL_FREE,
            PhoneNumberType.PREMIUM_RATE,
            PhoneNumberType.SHARED_COST,
            PhoneNumberType.VOIP,
            PhoneNumberType.PAGER,
            PhoneNumberType.PERSONAL_NUMBER,
            PhoneNumberType.UAN,
            PhoneNumberType.VOICEMAIL);

    /** Why an entered number can't be used for text messages. */
    public enum Refusal {
        /** Nothing was entered. */
        MISSING,
        /** The entered number is not in full international format. */
        FORMAT,
        /** A national number was entered, and its country is unknown. */
        COUNTRY_UNKNOWN,
        /** No country assigns the entered number. */
        IMPOSSIBLE,
        /**
         * The number is of a type that can't receive text messages or is expensive, such as fixed line, premium
         * rate, VoIP or pager.
         */
        NO_TEXT,
        /** Messages to the number's country are not allowed. */
        COUNTRY
    }

    /** Thrown if an entered number can't be used for text messages. */
    public static final class RefusedException extends Exception {
        private static final long serialVersionUID = 1L;
        private final Refusal refusal;

        RefusedException(Refusal refusal) {
            super(refusal.name());
            this.refusal = refusal;
        }

        public Refusal refusal() {
            return refusal;
        }
    }

    /**
     * Parses a number from any country in international format. Spaces, hyphens, dots and brackets are allowed.
     *
     * @throws RefusedException with the reason, if the number can't be used for text messages
     */
    public static PhoneNumber parse(String entered) throws RefusedException {
        return parse(entered, country -> true);
    }

    /**
     * Parses a number in international format. Spaces, hyphens, dots and brackets are allowed. Corrects mobile prefixes that are
     * missing or no longer used.
     *
     * @param countries tests whether a country is allowed; receives an ISO 3166 code, or null for a number without a
     *                  country
     * @throws RefusedException with the reason, if the number can't be used for text messages
     */
    public static PhoneNumber parse(String entered, Predicate<String> countries) throws RefusedException {
        if (entered == null || entered.isBlank()) {
            throw new RefusedException(Refusal.MISSING);
        }
        String compact = compact(entered);
        if (!INTERNATIONAL.matcher(compact).matches()) {
            throw new RefusedException(Refusal.FORMAT);
        }
        PhoneNumberUtil util = PhoneNumberUtil.getInstance();
        Phonenumber.PhoneNumber number = MobilePrefix.correct(parse(util, compact));
        if (!util.isValidNumber(number)) {
            throw new RefusedException(Refusal.IMPOSSIBLE);
        }
        if (CANNOT_RECEIVE_TEXT.contains(util.getNumberType(number))) {
            throw new RefusedException(Refusal.NO_TEXT);
        }
        if (!countries.test(countryOf(number))) {
            throw new RefusedException(Refusal.COUNTRY);
        }
        return new PhoneNumber(util.format(number, PhoneNumberFormat.E164));
    }

    /**
     * Returns why no message may be sent to this number. Called before every message (security figure 18). A number
     * outside all known ranges is allowed; the vendor decides.
     *
     * @param countries tests whether a country is allowed, as in {@link #parse(String, Predicate)}
     * @return {@link Refusal#NO_TEXT}, {@link Refusal#COUNTRY}, or empty if messages may be sent
     */
    public Optional<Refusal> refusalAtSending(Predicate<String> countries) {
        try {
            Phonenumber.PhoneNumber number = parse(PhoneNumberUtil.getInstance(), e164);
            if (CANNOT_RECEIVE_TEXT.contains(PhoneNumberUtil.getInstance().getNumberType(number))) {
                return Optional.of(Refusal.NO_TEXT);
            }
            return countries.test(countryOf(number)) ? Optional.empty() : Optional.of(Refusal.COUNTRY);
        } catch (RefusedException noNumber) {
            return countries.test(null) ? Optional.empty() : Optional.of(Refusal.COUNTRY);
        }
    }

    /** Removes common separators between digits. */
    static String compact(String entered) {
        return SEPARATORS.matcher(entered).replaceAll("");
    }

    /** Returns the ISO 3166 code of the number's country; empty if it has none or is unknown. */
    public Optional<String> country() {
        try {
            return Optional.ofNullable(countryOf(parse(PhoneNumberUtil.getInstance(), e164)));
        } catch (RefusedException noNumber) {
            return Optional.empty();
        }
    }

    /** Returns the national format, such as {@code 070-174 06 05}. */
    public String national() {
        try {
            PhoneNumberUtil util = PhoneNumberUtil.getInstance();
            return util.format(parse(util, e164), PhoneNumberFormat.NATIONAL);
        } catch (RefusedException noNumber) {
            return e164;
        }
    }

    /** Returns an ISO 3166 code; null for a number without a country, such as a satellite phone number. */
    static String countryOf(Phonenumber.PhoneNumber number) {
        String region = PhoneNumberUtil.getInstance().getRegionCodeForNumber(number);
        return NO_COUNTRY.equals(region) ? null : region;
    }

    /**
     * Reads a stored number without validating it again, because an update of the number ranges must not deprive a
     * user of a factor.
     *
     * @return the number; empty if the value is not in E.164 format
     */
    public static Optional<PhoneNumber> stored(String value) {
        return value != null && E164.matcher(value).matches() ? Optional.of(new PhoneNumber(value)) : Optional.empty();
    }

    private static Phonenumber.PhoneNumber parse(PhoneNumberUtil util, String compact) throws RefusedException {
        try {
            return util.parse(compact, null);
        } catch (NumberParseException noSuchNumber) {
            throw new RefusedException(Refusal.IMPOSSIBLE);
        }
    }

    public MaskedNumber masked() {
        return MaskedNumber.of(e164);
    }

    /** Returns the masked number, so that logs never contain a full one. */
    @Override
    public String toString() {
        return masked().toString();
    }
}
