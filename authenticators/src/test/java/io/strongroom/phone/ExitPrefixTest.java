package io.strongroom.phone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.Phonemetadata.PhoneMetadata;
import io.strongroom.phone.PhoneNumber.Refusal;
import io.strongroom.phone.PhoneNumber.RefusedException;
import java.lang.reflect.Method;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The exit prefixes that are dialled before international numbers")
class ExitPrefixTest {

    private static PhoneNumber parse(String entered, String country) throws RefusedException {
        return new DialledNumber(entered, country).parse(code -> true);
    }

    private static Refusal refusal(String entered, String country) {
        return assertThrows(RefusedException.class, () -> parse(entered, country))
                .refusal();
    }

    @ParameterizedTest(name = "C5 \"{0}\" dialled in {1} is {2}")
    @CsvSource({
        "001 65 8234 5678,HK,+6582345678",
        "00 65 8234 5678,HK,+6582345678",
        "001 65 8234 5678,TH,+6582345678",
        "001 65 8234 5678,KR,+6582345678",
        "00700 65 8234 5678,KR,+6582345678",
        "001 658 234 5678,SE,+16582345678",
        "010 46 70 174 06 05,JP,+46701740605",
        "011 46 70 174 06 05,US,+46701740605",
        "011 46 70 174 06 05,CA,+46701740605",
        "0011 46 70 174 06 05,AU,+46701740605",
        "0014 46 70 174 06 05,BR,+46701740605",
        "0021 46 70 174 06 05,BR,+46701740605",
        "8~10 46 70 174 06 05,RU,+46701740605",
        "8 10 46 70 174 06 05,RU,+46701740605",
        "8～10 46 70 174 06 05,KZ,+46701740605",
        "00 46 70 174 06 05,FI,+46701740605",
        "990 46 70 174 06 05,FI,+46701740605",
        "99533 46 70 174 06 05,FI,+46701740605",
        "119 46 70 174 06 05,CU,+46701740605",
        "009 46 70 174 06 05,NG,+46701740605",
        "000 46 70 174 06 05,KE,+46701740605",
        "0~0 46 70 174 06 05,UA,+46701740605",
        "00 49 176 12345678,DE,+4917612345678"
    })
    void ofCountry(String entered, String country, String e164) throws RefusedException {
        assertEquals(e164, parse(entered, country).e164());
    }

    @ParameterizedTest(name = "\"{0}\" is not a number in {1}, which has another exit prefix")
    @CsvSource({
        "00 46 70 174 06 05,US",
        "00 46 70 174 06 05,JP",
        "00 46 70 174 06 05,AU",
        "00 46 70 174 06 05,BR",
        "00 46 70 174 06 05,RU",
        "00 46 70 174 06 05,CU",
        "011 46 70 174 06 05,SE",
        "010 46 70 174 06 05,DE"
    })
    void notThere(String entered, String country) {
        assertEquals(Refusal.IMPOSSIBLE, refusal(entered, country));
    }

    @ParameterizedTest(name = "without a country, \"{0}\" could be {1} or {2}, so it is refused")
    @CsvSource({"001 65 8234 5678,+16582345678,+6582345678", "00 49 176 12345678,+4917612345678,+917612345678"})
    void ambiguous(String entered, String one, String other) throws RefusedException {
        assertEquals(Refusal.COUNTRY_UNKNOWN, refusal(entered, null));
        for (String meant : new String[] {one, other}) {
            String country = PhoneNumber.parse(meant).country().orElseThrow();
            assertEquals(
                    meant,
                    new DialledNumber(entered, null).parse(country::equals).e164(),
                    "only one reading is left if the tenant allows one country only");
        }
    }

    @ParameterizedTest(name = "without a country, \"{0}\" is {1}, the only reading")
    @CsvSource({"00 46 70 174 06 05,+46701740605", "00 43 664 1234567,+436641234567", "00 44 7400 123456,+447400123456"
    })
    void unambiguous(String entered, String e164) throws RefusedException {
        assertEquals(e164, parse(entered, null).e164());
    }

    @ParameterizedTest(name = "without a country, \"{0}\" is refused: only 00 is known then")
    @CsvSource({"011 46 70 174 06 05", "010 46 70 174 06 05", "8~10 46 70 174 06 05"})
    void unknown(String entered) {
        assertEquals(Refusal.COUNTRY_UNKNOWN, refusal(entered, null));
    }

    @ParameterizedTest(name = "without a country, \"{0}\" is refused: it is not a number in any country")
    @CsvSource({"00", "00 1", "00 999 123456789"})
    void nowhere(String entered) {
        assertEquals(Refusal.IMPOSSIBLE, refusal(entered, null));
    }

    @Test
    @DisplayName("security 18: a number of a country that is not allowed is refused for that reason, even without a "
            + "country")
    void notAllowed() {
        RefusedException refused = assertThrows(
                RefusedException.class,
                () -> new DialledNumber("00 46 70 174 06 05", null).parse(Set.of("DE", "FR")::contains));

        assertEquals(Refusal.COUNTRY, refused.refusal());
    }

    @Test
    @DisplayName("each way to read digits after 00 has a representative country")
    void representatives() throws ReflectiveOperationException {
        PhoneNumberUtil util = PhoneNumberUtil.getInstance();
        Set<Set<String>> known = new HashSet<>();
        for (String country : ExitPrefix.REPRESENTATIVES) {
            known.add(prefixes(util, country));
        }
        for (String country : util.getSupportedRegions()) {
            Set<String> prefixes = prefixes(util, country);
            assertTrue(prefixes.isEmpty() || known.contains(prefixes), country + ": " + prefixes);
        }
    }

    /** Returns the longest exit prefix of each five-digit number that begins with 00. */
    private static Set<String> prefixes(PhoneNumberUtil util, String country) throws ReflectiveOperationException {
        Method metadata = PhoneNumberUtil.class.getDeclaredMethod("getMetadataForRegion", String.class);
        metadata.setAccessible(true);
        Pattern exit = Pattern.compile(((PhoneMetadata) metadata.invoke(util, country)).getInternationalPrefix());
        Set<String> prefixes = new HashSet<>();
        IntStream.range(0, 1000).mapToObj("00%03d"::formatted).forEach(digits -> {
            var matcher = exit.matcher(digits);
            if (matcher.lookingAt() && matcher.end() > 1) {
                prefixes.add(digits.substring(0, matcher.end()));
            }
        });
        return prefixes;
    }
}
