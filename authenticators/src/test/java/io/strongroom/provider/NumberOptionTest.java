package io.strongroom.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("X4 A number among the server's options")
class NumberOptionTest {

    @ParameterizedTest(name = "\"{0}\" of 1 to 1000, 16 by default, is read as {1}")
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
    void number(String value, int holds) {
        assertEquals(holds, new NumberOption("pool", Map.of("threads", value)::get).number("threads", 1, 1000, 16));
    }

    @Test
    @DisplayName("has its default where it is absent")
    void absent() {
        assertEquals(16, new NumberOption("pool", option -> null).number("threads", 1, 1000, 16));
    }
}
