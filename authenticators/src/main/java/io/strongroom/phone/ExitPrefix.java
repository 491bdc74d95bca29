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

/** What a country dials before numbers of other countries. Which digits these are, libphonenumber knows. */
final class ExitPrefix {

    private static final String USUAL = "00";

    /** A number whose first digits are no carrier's anywhere. */
    private static final String PROBE = "46701740605";

    /**
     * One country for each way to read digits that begin with {@code 00}: where it is {@code 00} alone, where more digits choose a
     * carrier, and where it is something longer.
     */
    static final List<String> READERS = List.of(
            "SE", "AU", "BO", "BR", "CO", "GY", "HK", "ID", "KE", "KH", "KR", "NG", "SG", "TH", "TW", "TZ", "UG");

    private ExitPrefix() {}

    /** Digits of any script, as those of ASCII. */
    static String digits(String digits) {
        return PhoneNumberUtil.normalizeDigitsOnly(digits);
    }

    /**
     * Digits as they are dialled in a country. Where digits after {@code 00} may choose a carrier, they do if that gives a number.
     *
     * @return E.164, or empty where they are no number
     */
    static Optional<String> inFull(String digits, String country) {
        return parse(digits, country)
                .or(() -> isUsual(digits) && isUsualIn(country)
                        ? parse("+" + digits.substring(USUAL.length()), country)
                        : Optional.empty())
                .map(ExitPrefix::e164);
    }

    /** No country begins numbers of its own like this. */
    static boolean isUsual(String digits) {
        return digits.startsWith(USUAL);
    }

    private static boolean isUsualIn(String country) {
        return parse(USUAL + PROBE, country)
                .filter(number -> e164(number).equals("+" + PROBE))
                .isPresent();
    }

    /**
     * What digits that begin with an exit prefix can mean, in whatever country they are dialled.
     *
     * @param countries as in {@link PhoneNumber#parse(String, Predicate)}
     * @return in E.164; none where they are no number of another country
     */
    static Set<String> readings(String digits, Predicate<String> countries) {
        Set<String> readings = new TreeSet<>();
        if (isUsual(digits)) {
            READERS.forEach(country -> parse(digits, country)
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
