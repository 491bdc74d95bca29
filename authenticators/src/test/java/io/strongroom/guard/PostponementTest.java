package io.strongroom.guard;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The postponement of set-up")
class PostponementTest {

    @ParameterizedTest(name = "X5 leaves {2} days after today at {0}, with grace until {1}")
    @CsvSource({
        "2027-01-31T00:00:00Z,2027-02-01T00:00:00Z,0",
        "2027-01-31T23:59:59Z,2027-02-01T00:00:00Z,0",
        "2027-01-30T23:59:59Z,2027-02-01T00:00:00Z,1",
        "2027-01-30T00:00:00Z,2027-02-01T00:00:00Z,1",
        "2027-01-01T12:00:00Z,2027-01-15T12:00:00Z,14",
        "2027-01-15T11:59:59Z,2027-01-15T12:00:00Z,0"
    })
    void daysLeft(Instant now, Instant until, long days) {
        assertEquals(days, Postponement.daysLeft(until, now));
    }
}
