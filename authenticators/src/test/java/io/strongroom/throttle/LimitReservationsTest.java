package io.strongroom.throttle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.strongroom.state.Concurrently;
import io.strongroom.state.InMemoryOneTimeStore;
import io.strongroom.state.MutableClock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("X3 The limit slots of a message")
class LimitReservationsTest {

    private static final int MAX = 3;

    private final MutableClock clock = new MutableClock();
    private final InMemoryOneTimeStore store = new InMemoryOneTimeStore(clock);

    private HourlyLimit limit(String key) {
        return new HourlyLimit(store, clock, key, MAX);
    }

    private LimitReservations send(String id) {
        HourlyLimit address = limit("address");
        HourlyLimit tenant = limit("tenant");
        assertTrue(address.take() && tenant.take());
        LimitReservations reservations = new LimitReservations(store, id);
        reservations.save(
                List.of(address.handle().orElseThrow()), List.of(tenant.handle().orElseThrow()));
        return reservations;
    }

    @Test
    @DisplayName("are released by an answered message for unanswered ones too, even from another request")
    void codeAccepted() {
        send("one");
        send("two");

        new LimitReservations(store, "one").codeAccepted();

        assertEquals(1, limit("address").used());
        assertEquals(2, limit("tenant").used());
    }

    @Test
    @DisplayName("are all released if the message was certainly not sent")
    void notSent() {
        send("one").notSent();

        assertEquals(0, limit("address").used());
        assertEquals(0, limit("tenant").used());
    }

    @Test
    @DisplayName("are released only for that message, not for another")
    void exact() {
        send("one");
        LimitReservations second = send("two");
        send("three");
        second.codeAccepted();
        HourlyLimit next = limit("address");

        assertTrue(next.take());
        assertFalse(limit("address").take());
        next.release();
        new LimitReservations(store, "three").codeAccepted();
        new LimitReservations(store, "one").codeAccepted();
        assertEquals(0, limit("address").used());
    }

    @Test
    @DisplayName("X2 are released once by parallel requests, never for a message that has taken a slot since")
    void once() throws Exception {
        LimitReservations reservations = send("one");
        Concurrently.run(16, () -> {
            reservations.codeAccepted();
            return true;
        });
        send("two");

        reservations.codeAccepted();
        reservations.notSent();

        assertEquals(1, limit("address").used());
    }

    @Test
    @DisplayName("are not released for a message that is not, or no longer, stored")
    void unknown() {
        LimitReservations reservations = send("one");
        new LimitReservations(store, "never sent").codeAccepted();
        clock.advance(Duration.ofMinutes(31));
        reservations.codeAccepted();

        assertEquals(1, limit("address").used());
    }
}
