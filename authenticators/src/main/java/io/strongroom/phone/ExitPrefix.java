package io.strongroom.phone;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber.CountryCodeSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Handles the exit prefixes that are dialled before international numbers in each country, based on
 * libphonenumber's data.
 */
final class ExitPrefix {

    private static final String USUAL = "00";

    /** A number whose first digits do not select a carrier in any country. */
    private static final String PROBE = "46701740605";

    /**
     * One country for each interpretation of digits that begin with {@code 00}: the prefix is just {@code 00},
     * further digits select a carrier, or the prefix is longer.
     */
    static final List<String> REPRESENTATIVES = List.of(
            "SE", "AU", "BO", "BR", "CO", "GY", "HK", "ID", "KE", "KH", "KR", "NG", "SG", "TH", "TW", "TZ", "UG");

    private ExitPrefix() {}

    /** Converts digits in any script to ASCII. */
    static String asciiDigits(String digits) {
        return PhoneNumberUtil.normalizeDigitsOnly(digits);
    }

    /**
     * Converts digits as dialled in a country to E.164 format. If the digits after {@code 00} may select a carrier
     * and the remaining digits are a number, the carrier interpretation is tried first.
     *
     * @return empty if the digits are not a number
     */
    static Optional<String> toE164(String digits, String country) {
        return parse(digits, country)
                .or(() -> startsWithUsual(digits) && isUsualIn(country)
                        ? parse("+" + digits.substring(USUAL.length()), country)
                        : Optional.empty())
                .map(ExitPrefix::e164);
    }

    /** Returns whether the digits begin with 00. In no country do national numbers begin with 00. */
    static boolean startsWithUsual(String digits) {
        return digits.startsWith(USUAL);
    }

    private static boolean isUsualIn(String country) {
        return parse(USUAL + PROBE, country)
                .filter(number -> e164(number).equals("+" + PROBE))
                .isPresent();
    }

    /**
     * Returns all possible meanings of digits beginning with {@code 00}, depending on the country in which they are
     * dialled.
     *
     * @param countries tests whether a country is allowed, as in {@link PhoneNumber#parse(String, Predicate)}
     * @return the numbers in E.164 format; empty if the digits are not an international number
     */
    static Set<String> readings(String digits, Predicate<String> countries) {
        Set<String> readings = new TreeSet<>();
        if (startsWithUsual(digits)) {
            REPRESENTATIVES.forEach(country -> parse(digits, country)
                    .filter(number -> number.getCountryCodeSource() == CountryCodeSource.FROM_NUMBER_WITH_IDD)
                    .filter(number -> countries.test(PhoneNumber.countryOf(number)))
                    .map(ExitPrefix::e164)
                    .ifPresent(readings::add));
        }
        return readings;
    }

    private static Optional<Phonenumber.PhoneNumber> parse(String digits, String country) {
        PhoneNumberUtil util = PhoneNumberUtil.getInstance();
        try {
            Phonenumber.PhoneNumber dialled = util.parseAndKeepRawInput(digits, country);
            Phonenumber.PhoneNumber number = MobilePrefix.correct(dialled);
            number.setCountryCodeSource(dialled.getCountryCodeSource());
            return util.isValidNumber(number) ? Optional.of(number) : Optional.empty();
        } catch (NumberParseException noSuchNumber) {
            return Optional.empty();
        }
    }

    private static String e164(Phonenumber.PhoneNumber number) {
        return PhoneNumberUtil.getInstance().format(number, PhoneNumberFormat.E164);
    }
}
