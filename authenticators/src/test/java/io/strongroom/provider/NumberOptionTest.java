package io.strongroom.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("X4 A numeric server option")
class NumberOptionTest {

    @ParameterizedTest(name = "reads \"{0}\" as {1}, in the range 1 to 1000 with the default 16")
    @CsvSource({
        "1,1",
        "' 64 ',64",
        "1000,1000",
        "1001,1000",
        "99999999999999,1000",
        "0,16",
        "-1,16",
        "many,16",
        "1.5,16",
        "'',16",
        "' ',16"
    })
    void number(String value, int expected) {
        assertEquals(expected, new NumberOption("pool", Map.of("threads", value)::get).number("threads", 1, 1000, 16));
    }

    @Test
    @DisplayName("uses its default if it is absent")
    void absent() {
        assertEquals(16, new NumberOption("pool", option -> null).number("threads", 1, 1000, 16));
    }
}
