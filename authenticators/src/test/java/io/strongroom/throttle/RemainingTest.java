package io.strongroom.throttle;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("X3 The units of a wait, which round up")
class RemainingTest {

    @ParameterizedTest(name = "{0} ms are {1} seconds, {2} minutes, {3} hours")
    @CsvSource({
        "0,0,0,0",
        "1,1,1,1",
        "1000,1,1,1",
        "1001,2,1,1",
        "60000,60,1,1",
        "60001,61,2,1",
        "3600000,3600,60,1",
        "3600001,3601,61,2"
    })
    void roundsUp(long millis, long seconds, long minutes, long hours) {
        Duration wait = Duration.ofMillis(millis);

        assertEquals(seconds, Remaining.seconds(wait));
        assertEquals(minutes, Remaining.minutes(wait));
        assertEquals(hours, Remaining.hours(wait));
    }
}
