package io.strongroom.factor.sms.attribute;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.strongroom.phone.PhoneNumber;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A number from the profile")
class ProfileNumbersTest {

    @ParameterizedTest(name = "X23 \"{0}\" in {1} is {2}")
    @CsvSource({
        "0049 176 12345678,DE,+4917612345678",
        "0176/12345678,DE,+4917612345678",
        "+49 (0)176 12345678,DE,+4917612345678",
        "+49 176 12345678,,+4917612345678",
        "011 49 176 12345678,US,+4917612345678",
        "00 46 70 174 06 05,,+46701740605",
        "0701740605,SE,+46701740605",
        "0049 176 12345678,,",
        "0176 12345678,,",
        "0701740605,DE,",
        "+46 8 786 50 00,SE,",
        "070 174 06 05 ext. 7,SE,",
        "see 4711,SE,"
    })
    void read(String value, String home, String number) {
        assertEquals(
                Optional.ofNullable(number),
                new ProfileNumbers(home).read(value).map(PhoneNumber::e164));
    }

    @ParameterizedTest(name = "\"{0}\" is meant to be a number: {1}")
    @CsvSource({"0176,true", "see 4711,true", "٠٧,true", "none,false", "n/a,false", "-,false", "' ',false", ",false"})
    void isMeant(String value, boolean meant) {
        assertEquals(meant, ProfileNumbers.isMeant(value));
    }
}
