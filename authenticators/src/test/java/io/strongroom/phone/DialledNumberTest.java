package io.strongroom.phone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.strongroom.phone.PhoneNumber.Refusal;
import io.strongroom.phone.PhoneNumber.RefusedException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A number as a user dials it")
class DialledNumberTest {

    private static PhoneNumber parse(String entered, String country) throws RefusedException {
        return new DialledNumber(entered, country).parse(code -> true);
    }

    private static Refusal refusal(String entered, String country) {
        return assertThrows(RefusedException.class, () -> parse(entered, country))
                .refusal();
    }

    @ParameterizedTest(name = "C5 \"{0}\" dialled in {1} is {2}")
    @CsvSource({
        "070-174 06 05,SE,+46701740605",
        "0701740605,SE,+46701740605",
        "701740605,SE,+46701740605",
        "(070) 174.06/05,SE,+46701740605",
        "٠٧٠١٧٤٠٦٠٥,SE,+46701740605",
        "46701740605,SE,+46701740605",
        "0151 23456789,DE,+4915123456789",
        "07400 123456,GB,+447400123456",
        "(202) 555-0123,US,+12025550123",
        "1 202 555 0123,US,+12025550123",
        "312 345 6789,IT,+393123456789",
        "8 916 123-45-67,RU,+79161234567"
    })
    void national(String entered, String country, String e164) throws RefusedException {
        assertEquals(e164, parse(entered, country).e164());
    }

    @ParameterizedTest(name = "C5 \"{0}\" means the same number in every country")
    @ValueSource(strings = {"+46701740605", "+46 (0)70-174 06 05", "＋46701740605", "\u200e+46701740605"})
    void international(String entered) throws RefusedException {
        for (String country : new String[] {"SE", "DE", "US", null}) {
            assertEquals("+46701740605", parse(entered, country).e164(), country);
        }
    }

    @ParameterizedTest(name = "C5 \"{0}\" means the same number in countries with the exit prefix 00")
    @ValueSource(strings = {"0046701740605", "00 46 70 174 06 05", "٠٠٤٦٧٠١٧٤٠٦٠٥"})
    void usualPrefix(String entered) throws RefusedException {
        for (String country : new String[] {"SE", "DE", "GB", "IN", "HK", null}) {
            assertEquals("+46701740605", parse(entered, country).e164(), country);
        }
    }

    @ParameterizedTest(name = "\"{0}\" is refused if the country is unknown")
    @ValueSource(strings = {"070-174 06 05", "701740605", "46701740605"})
    void countryUnknown(String entered) {
        assertEquals(Refusal.COUNTRY_UNKNOWN, refusal(entered, null));
    }

    @ParameterizedTest(name = "\"{0}\" is not a number dialled in {1}: {2}")
    @CsvSource({
        "0701,SE,IMPOSSIBLE",
        "070174060512345,SE,IMPOSSIBLE",
        "0701740605,US,IMPOSSIBLE",
        "000,SE,IMPOSSIBLE",
        "0000000000,SE,IMPOSSIBLE",
        "00999123456789,SE,IMPOSSIBLE",
        "08-786 50 00,SE,NO_TEXT",
        "0900 1234567,DE,NO_TEXT",
        "020 8366 1177,GB,NO_TEXT",
        "12,SE,IMPOSSIBLE",
        "070 ABC 06 05,SE,FORMAT",
        "1-800-FLOWERS,US,FORMAT",
        "070 174 06 05 x12,SE,FORMAT",
        "0701740605;ext=1,SE,FORMAT",
        "tel:0701740605,SE,FORMAT",
        "070*174#,SE,FORMAT",
        "123456789012345678901,SE,IMPOSSIBLE"
    })
    void refused(String entered, String country, Refusal refusal) {
        assertEquals(refusal, refusal(entered, country));
    }

    @ParameterizedTest(name = "\"{0}\" is a missing number")
    @NullSource
    @ValueSource(strings = {"", "  "})
    void missing(String entered) {
        assertEquals(Refusal.MISSING, refusal(entered, "SE"));
    }

    @ParameterizedTest(name = "security 18: \"{0}\" dialled in {1} belongs to a country that is not allowed")
    @CsvSource({"070-174 06 05,SE", "0046701740605,DE", "+46701740605,DE"})
    void countries(String entered, String country) {
        RefusedException refused =
                assertThrows(RefusedException.class, () -> new DialledNumber(entered, country).parse("DE"::equals));

        assertEquals(Refusal.COUNTRY, refused.refusal());
    }

    @ParameterizedTest(name = "security 19: {0} never appears in logs")
    @ValueSource(strings = {"0701740605"})
    void masked(String entered) {
        assertFalse(new DialledNumber(entered, "SE").toString().contains("0605"));
    }
}
