package io.strongroom.phone;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber;
import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A country supported by libphonenumber.
 *
 * @param code ISO 3166-1 alpha-2, or one of a few additional codes used for phone numbers
 * @param name name in the requested language
 */
public record Country(String code, String name) {

    /** Returns the allowed countries, sorted by their names according to the language's rules. */
    public static List<Country> all(Predicate<String> allowed, Locale language) {
        Collator order = Collator.getInstance(language);
        return PhoneNumberUtil.getInstance().getSupportedRegions().stream()
                .filter(allowed)
                .map(code -> new Country(code, nameOf(code, language)))
                .sorted(Comparator.comparing(Country::name, order).thenComparing(Country::code))
                .toList();
    }

    private static String nameOf(String code, Locale language) {
        return new Locale.Builder().setRegion(code).build().getDisplayCountry(language);
    }

    /** Returns the calling code, without the plus sign. Several countries can share a calling code. */
    public int callingCode() {
        return PhoneNumberUtil.getInstance().getCountryCodeForRegion(code);
    }

    /** Returns a mobile number to show as an example, if one is known. */
    public Optional<PhoneNumber> example() {
        if (code.equals(PhoneNumber.EXAMPLE_COUNTRY)) {
            return Optional.of(new PhoneNumber(PhoneNumber.EXAMPLE));
        }
        PhoneNumberUtil util = PhoneNumberUtil.getInstance();
        Phonenumber.PhoneNumber example = util.getExampleNumberForType(code, PhoneNumberType.MOBILE);
        return Optional.ofNullable(example).map(number -> new PhoneNumber(util.format(number, PhoneNumberFormat.E164)));
    }
}
