package io.strongroom.factor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("An entered code")
class EnteredDigitsTest {

    @ParameterizedTest(name = "D2 \"{0}\" is the code {1}")
    @CsvSource({
        "012345,012345",
        "'012 345',012345",
        "' 012345 ',012345",
        "012-345,012345",
        "'0 1 2 3 4 5',012345",
        "'012\u00a0345',012345",
        "'\u200e012345\u200f',012345",
        "'\t012345\n',012345",
        "٠١٢٣٤٥,012345",
        "０１２３４５,012345",
        "०१२३४५,012345"
    })
    void digits(String entered, String code) {
        assertEquals(code, EnteredDigits.of(entered));
    }

    @ParameterizedTest(name = "\"{0}\" is not a code")
    @ValueSource(
            strings = {"", " ", "abc", "12345a", "O12345", "+12345", "12,345", "1.5", "²³⁴⁵⁶⁷", "Ⅳ", "123456\u0000"})
    void noCode(String entered) {
        assertEquals("", EnteredDigits.of(entered));
    }
}
