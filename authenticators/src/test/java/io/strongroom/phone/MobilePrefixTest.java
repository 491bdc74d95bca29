package io.strongroom.phone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import io.strongroom.phone.PhoneNumber.Refusal;
import io.strongroom.phone.PhoneNumber.RefusedException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The correction of missing and obsolete digits in mobile numbers")
class MobilePrefixTest {

    private static final PhoneNumberUtil UTIL = PhoneNumberUtil.getInstance();

    @ParameterizedTest(name = "D8 {0}, dialled in {1}, is {2}")
    @CsvSource({
        // Argentina, with and without the 9, and with the 15 of national numbers
        "+54 11 2345 6789,,+5491123456789",
        "+54 9 11 2345 6789,,+5491123456789",
        "+54 11 15 2345 6789,,+5491123456789",
        "11 2345 6789,AR,+5491123456789",
        "011 15 2345 6789,AR,+5491123456789",
        "+54 221 412 3456,,+5492214123456",
        "00 54 11 2345 6789,DE,+5491123456789",
        // Mexico, with the 1 that was abolished in 2019
        "+52 1 55 1234 5678,,+525512345678",
        "+52 55 1234 5678,,+525512345678",
        "55 1234 5678,MX,+525512345678",
        // Brazil, without the ninth digit
        "+55 11 8123 4567,,+5511981234567",
        "+55 11 98123 4567,,+5511981234567",
        "011 8123 4567,BR,+5511981234567",
        // Benin, without 01
        "+229 90 01 12 34,,+2290190011234",
        "+229 01 90 01 12 34,,+2290190011234",
        "90 01 12 34,BJ,+2290190011234"
    })
    void corrected(String entered, String country, String e164) throws RefusedException {
        assertEquals(
                e164, new DialledNumber(entered, country).parse(code -> true).e164());
        if (country == null) {
            assertEquals(e164, PhoneNumber.parse(entered).e164());
        }
    }

    @ParameterizedTest(name = "{0} is still refused: {1}")
    @CsvSource({
        "+55 11 3123 4567,NO_TEXT",
        "+54 800 123 4567,NO_TEXT",
        "+52 1 55 1234,IMPOSSIBLE",
        "+54 11 2345,IMPOSSIBLE",
        "+46 8 786 50 00,NO_TEXT"
    })
    void refused(String entered, Refusal refusal) {
        assertEquals(
                refusal,
                assertThrows(RefusedException.class, () -> PhoneNumber.parse(entered))
                        .refusal());
    }

    @Test
    @DisplayName("no country's example number is changed")
    void examples() throws RefusedException {
        for (String region : UTIL.getSupportedRegions()) {
            var example = UTIL.getExampleNumberForType(region, PhoneNumberUtil.PhoneNumberType.MOBILE);
            if (example != null) {
                String e164 = UTIL.format(example, PhoneNumberFormat.E164);
                assertEquals(e164, PhoneNumber.parse(e164).e164());
            }
        }
    }
}
