package io.strongroom.phone;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Corrects mobile numbers in which people omit digits that are not dialled domestically, or include digits that are
 * no longer used. A correction only turns an invalid mobile number into a valid one, so reachable numbers never
 * change.
 */
final class MobilePrefix {

    private record Correction(Pattern written, String replacement) {}

    /** Corrections of national numbers, by calling code. */
    private static final Map<Integer, Correction> CORRECTIONS = Map.of(
            54, // Argentina: the 9 distinguishes mobile numbers from fixed lines in the same area
            new Correction(Pattern.compile("([1-8]\\d{9})"), "9$1"),
            52, // Mexico: the 1 before mobile numbers was abolished in 2019
            new Correction(Pattern.compile("1(\\d{10})"), "$1"),
            55, // Brazil: mobile numbers have had a ninth digit since 2016
            new Correction(Pattern.compile("(\\d{2})([6-9]\\d{7})"), "$19$2"),
            229, // Benin: numbers have begun with 01 since 2024
            new Correction(Pattern.compile("(\\d{8})"), "01$1"));

    private static final Set<PhoneNumberType> MOBILE =
            Set.of(PhoneNumberType.MOBILE, PhoneNumberType.FIXED_LINE_OR_MOBILE);

    private MobilePrefix() {}

    /** Returns the corrected number, or the number itself if it is already a mobile number or can't be corrected. */
    static Phonenumber.PhoneNumber correct(Phonenumber.PhoneNumber number) {
        Correction correction = CORRECTIONS.get(number.getCountryCode());
        if (correction == null || isMobile(number)) {
            return number;
        }
        String national = PhoneNumberUtil.getInstance().getNationalSignificantNumber(number);
        var written = correction.written().matcher(national);
        if (!written.matches()) {
            return number;
        }
        Phonenumber.PhoneNumber corrected =
                national(number.getCountryCode(), written.replaceFirst(correction.replacement()));
        return isMobile(corrected) ? corrected : number;
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
