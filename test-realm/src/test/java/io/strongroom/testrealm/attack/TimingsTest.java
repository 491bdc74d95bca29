package io.strongroom.testrealm.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The test that distinguishes two operations by their duration")
class TimingsTest {

    @ParameterizedTest(name = "{0}: {3}")
    @CsvSource({
        "the same, 50 52 49 51 48 50, 50 49 51 52 50 48, false",
        "a few milliseconds more each time, 50 52 49 51 48 50, 54 56 55 57 55 58, false",
        "a machine that stumbles, 50 900 49 51 800 50, 50 49 700 52 50 48, false",
        "one that is hashed and one that is not, 50 52 49 51 48 50, 8 9 7 8 9 8, true",
        "the other way round, 8 9 7 8 9 8, 50 52 49 51 48 50, true",
        "the same on a machine that stumbles, 50 900 49 51 800 50, 8 9 7 8 40 8, true"
    })
    void tellApart(String what, String one, String other, boolean expected) {
        assertEquals(expected, new Timings(times(one), times(other)).tellApart(), what);
    }

    private static List<Long> times(String text) {
        return List.of(text.split(" ")).stream().map(Long::valueOf).toList();
    }
}
