package io.strongroom.phone;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Digits of mobile numbers that people leave out, or go on to write, because at home nobody dials them. Each change makes a mobile
 * number of what is none, so no number that can be reached becomes another.
 */
final class MobilePrefix {

    private record Change(Pattern written, String right) {}

    /** By calling code; the numbers are national ones. */
    private static final Map<Integer, Change> CHANGES = Map.of(
            54, // Argentina: the 9 tells a mobile from a fixed line of the same area
            new Change(Pattern.compile("([1-8]\\d{9})"), "9$1"),
            52, // Mexico: the 1 before mobile numbers ended in 2019
            new Change(Pattern.compile("1(\\d{10})"), "$1"),
            55, // Brazil: mobile numbers have a ninth digit since 2016
            new Change(Pattern.compile("(\\d{2})([6-9]\\d{7})"), "$19$2"),
            229, // Benin: numbers begin with 01 since 2024
            new Change(Pattern.compile("(\\d{8})"), "01$1"));

    private static final Set<PhoneNumberType> MOBILE =
            Set.of(PhoneNumberType.MOBILE, PhoneNumberType.FIXED_LINE_OR_MOBILE);

    private MobilePrefix() {}

    /** The number itself where it is a mobile one already, or none even so. */
    static Phonenumber.PhoneNumber correct(Phonenumber.PhoneNumber number) {
        Change change = CHANGES.get(number.getCountryCode());
        if (change == null || isMobile(number)) {
            return number;
        }
        String national = PhoneNumberUtil.getInstance().getNationalSignificantNumber(number);
        var written = change.written().matcher(national);
        if (!written.matches()) {
            return number;
        }
        Phonenumber.PhoneNumber changed = national(number.getCountryCode(), written.replaceFirst(change.right()));
        return isMobile(changed) ? changed : number;
    }

    private static Phonenumber.PhoneNumber national(int callingCode, String digits) {
        return new Phonenumber.PhoneNumber()
                .setCountryCode(callingCode)
                .setNationalNumber(Long.parseLong(digits))
                .setItalianLeadingZero(digits.startsWith("0"));
    }

    private static boolean isMobile(Phonenumber.PhoneNumber number) {
        return MOBILE.contains(PhoneNumberUtil.getInstance().getNumberType(number));
    }
}
