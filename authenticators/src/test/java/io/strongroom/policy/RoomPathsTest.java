package io.strongroom.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("X1 The list of data rooms that count for an application")
class RoomPathsTest {

    @ParameterizedTest(name = "lists none with \"{0}\", so all count")
    @ValueSource(strings = {"", " ", "##", "####", ",", " , ,", "## ##", "\n", "\r\n,\n"})
    void none(String value) {
        assertEquals(List.of(), RoomPaths.parse(value));
    }

    @ParameterizedTest(name = "lists {1} with \"{0}\"")
    @CsvSource(
            delimiter = '|',
            value = {
                "/Falcon|/Falcon",
                "/Falcon,/Eagle|/Falcon;/Eagle",
                " /Falcon , /Eagle ,|/Falcon;/Eagle",
                "/Falcon##/Eagle|/Falcon;/Eagle",
                "/Falcon, Inc##/Eagle|/Falcon, Inc;/Eagle",
                "/Falcon, Inc##|/Falcon, Inc",
                "##/Falcon, Inc|/Falcon, Inc",
                "/Falcon,/Falcon|/Falcon"
            })
    void some(String value, String names) {
        assertEquals(List.of(names.split(";")), RoomPaths.parse(value));
    }

    @ParameterizedTest(name = "separates entries by line breaks as well as commas: {index}")
    @ValueSource(strings = {"/Falcon\n/Eagle", "/Falcon\r\n/Eagle\n"})
    void lines(String value) {
        assertEquals(List.of("/Falcon", "/Eagle"), RoomPaths.parse(value));
    }
}
