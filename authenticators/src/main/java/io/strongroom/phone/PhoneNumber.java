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
 * A number that text messages can be sent to.
 *
 * @param e164 full international format, such as {@code +46701740605}
 */
public record PhoneNumber(String e164) {

    /** A number that is shown as an example; it is never assigned. */
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

    /** Why something is no number for text messages. */
    public enum Refusal {
        /** Nothing was entered. */
        MISSING,
        /** Not in full international format. */
        FORMAT,
        /** As it is dialled within a country, and nobody says in which. */
        COUNTRY_UNKNOWN,
        /** No country assigns such a number. */
        IMPOSSIBLE,
        /** Fixed line, premium, shared cost, toll-free, VoIP, pager, personal number and the like. */
        NO_TEXT,
        /** Of a country that messages are not sent to. */
        COUNTRY
    }

    /** What was entered can't be taken. */
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
     * Takes a number as people write it, with spaces, hyphens, dots, brackets.
     *
     * @throws RefusedException with the reason why it is none
     */
    public static PhoneNumber parse(String entered) throws RefusedException {
        return parse(entered, country -> true);
    }

    /**
     * Takes a number as people write it, of one of certain countries. A digit that its country puts before mobile numbers, or no
     * longer does, may be missing, or be there still.
     *
     * @param countries which are allowed: asked with an ISO 3166 code, or with null where the number belongs to no country
     * @throws RefusedException with the reason why it is none
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
     * Why no message may go to this number, whoever set it and whenever (security figure 18). A number that a newer list of
     * ranges does not know is let be: the vendor will say.
     *
     * @param countries as above
     * @return {@link Refusal#NO_TEXT}, {@link Refusal#COUNTRY}, or empty
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

    /** Without what people put between digits. */
    static String compact(String entered) {
        return SEPARATORS.matcher(entered).replaceAll("");
    }

    /** ISO 3166 code of the country it belongs to; empty where it belongs to none, or to one that is not known. */
    public Optional<String> country() {
        try {
            return Optional.ofNullable(countryOf(parse(PhoneNumberUtil.getInstance(), e164)));
        } catch (RefusedException noNumber) {
            return Optional.empty();
        }
    }

    /** As it is dialled within its country, such as {@code 070-174 06 05}. */
    public String national() {
        try {
            PhoneNumberUtil util = PhoneNumberUtil.getInstance();
            return util.format(parse(util, e164), PhoneNumberFormat.NATIONAL);
        } catch (RefusedException noNumber) {
            return e164;
        }
    }

    /** Null where it belongs to none, such as a satellite phone. */
    static String countryOf(Phonenumber.PhoneNumber number) {
        String region = PhoneNumberUtil.getInstance().getRegionCodeForNumber(number);
        return NO_COUNTRY.equals(region) ? null : region;
    }

    /**
     * Takes a number that is stored. It was judged when it was set; a newer list of number ranges must not take a factor from
     * anybody.
     *
     * @return empty where it is no E.164
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

    /** Keeps whole numbers out of logs. */
    @Override
    public String toString() {
        return masked().toString();
    }
}
