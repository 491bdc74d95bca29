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
 * A country whose numbers can be told from others'.
 *
 * @param code ISO 3166-1 alpha-2, or one of the few that phone numbers have besides
 * @param name in the language it was asked for
 */
public record Country(String code, String name) {

    /** In the order in which a reader of that language looks for them. */
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

    /** What numbers of it begin with after the plus sign; several countries can share it. */
    public int callingCode() {
        return PhoneNumberUtil.getInstance().getCountryCodeForRegion(code);
    }

    /** A mobile number to show as an example, where one is known. */
    public Optional<PhoneNumber> example() {
        if (code.equals(PhoneNumber.EXAMPLE_COUNTRY)) {
            return Optional.of(new PhoneNumber(PhoneNumber.EXAMPLE));
        }
        PhoneNumberUtil util = PhoneNumberUtil.getInstance();
        Phonenumber.PhoneNumber example = util.getExampleNumberForType(code, PhoneNumberType.MOBILE);
        return Optional.ofNullable(example).map(number -> new PhoneNumber(util.format(number, PhoneNumberFormat.E164)));
    }
}
