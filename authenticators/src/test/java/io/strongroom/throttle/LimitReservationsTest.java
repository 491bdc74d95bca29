package io.strongroom.throttle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.strongroom.state.AtOnce;
import io.strongroom.state.InMemoryOneTimeStore;
import io.strongroom.state.MutableClock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("X3 The places that a message takes in limits")
class LimitReservationsTest {

    private static final int MOST = 3;

    private final MutableClock clock = new MutableClock();
    private final InMemoryOneTimeStore store = new InMemoryOneTimeStore(clock);

    private HourlyLimit limit(String key) {
        return new HourlyLimit(store, clock, key, MOST);
    }

    private LimitReservations send(String id) {
        HourlyLimit address = limit("address");
        HourlyLimit tenant = limit("tenant");
        assertTrue(address.take() && tenant.take());
        LimitReservations places = new LimitReservations(store, id);
        places.keep(
                List.of(address.place().orElseThrow()), List.of(tenant.place().orElseThrow()));
        return places;
    }

    @Test
    @DisplayName("an answered message gives back what only unanswered ones hold, also from another request")
    void answered() {
        send("one");
        send("two");

        new LimitReservations(store, "one").answered();

        assertEquals(1, limit("address").used());
        assertEquals(2, limit("tenant").used());
    }

    @Test
    @DisplayName("a message that was certainly not sent gives back everything")
    void notSent() {
        send("one").notSent();

        assertEquals(0, limit("address").used());
        assertEquals(0, limit("tenant").used());
    }

    @Test
    @DisplayName("its own place is free again, not that of the message before or after it")
    void exact() {
        send("one");
        LimitReservations second = send("two");
        send("three");
        second.answered();
        HourlyLimit next = limit("address");

        assertTrue(next.take());
        assertFalse(limit("address").take());
        next.giveBack();
        new LimitReservations(store, "three").answered();
        new LimitReservations(store, "one").answered();
        assertEquals(0, limit("address").used());
    }

    @Test
    @DisplayName("X2 gives back once, however many submit at once: never the place of a message that took it since")
    void once() throws Exception {
        LimitReservations places = send("one");
        AtOnce.run(16, () -> {
            places.answered();
            return true;
        });
        send("two");

        places.answered();
        places.notSent();

        assertEquals(1, limit("address").used());
    }

    @Test
    @DisplayName("a message of which nothing is known, or not any more, gives nothing back")
    void unknown() {
        LimitReservations places = send("one");
        new LimitReservations(store, "never sent").answered();
        clock.advance(Duration.ofMinutes(31));
        places.answered();

        assertEquals(1, limit("address").used());
    }
}
