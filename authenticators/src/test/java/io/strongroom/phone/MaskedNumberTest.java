package io.strongroom.phone;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A masked number")
class MaskedNumberTest {

    @ParameterizedTest(name = "security 19: shows only \"{1}\" of \"{0}\"")
    @CsvSource({
        "+46701740605,•••05",
        "+4670 174 06 98,•••98",
        "+14155550123456,•••56",
        "12345,•••45",
        "1234,•••",
        "05,•••",
        "'',•••",
        "no number,•••"
    })
    void shown(String number, String shown) {
        assertEquals(shown, MaskedNumber.of(number).shown());
    }

    @Test
    @DisplayName("security 19: is masked in a log")
    void inLogs() throws Exception {
        PhoneNumber number = PhoneNumber.parse("+46701740605");

        assertEquals("•••05", number.toString());
        assertEquals("•••05", number.masked().toString());
    }
}
