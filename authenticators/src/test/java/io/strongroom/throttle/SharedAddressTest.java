package io.strongroom.throttle;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.strongroom.state.InMemoryOneTimeStore;
import io.strongroom.state.MutableClock;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("X9 The detection of an address shared by all users")
class SharedAddressTest {

    private final MutableClock clock = new MutableClock();
    private final InMemoryOneTimeStore store = new InMemoryOneTimeStore(clock);
    private final SharedAddress addresses = new SharedAddress(store, clock, "acme");

    private void seen(int from, int to, String address) {
        IntStream.rangeClosed(from, to).forEach(user -> addresses.recordUse("user" + user, ClientNetwork.of(address)));
    }

    @ParameterizedTest(name = "reports {0} from {1} users on")
    @CsvSource({
        "127.0.0.1,5",
        "10.1.2.3,5",
        "172.16.0.1,5",
        "172.31.255.1,5",
        "192.168.0.1,5",
        "169.254.0.1,5",
        "::1,5",
        "fd00::1,5",
        "fe80::1%eth0,5",
        "172.32.0.1,20",
        "11.0.0.1,20",
        "203.0.113.7,20",
        "2001:db8::1,20"
    })
    void enough(String address, int users) {
        seen(1, users - 1, address);
        seen(1, users - 1, address);
        assertEquals(OptionalInt.empty(), addresses.users());

        seen(users, users, address);
        assertEquals(OptionalInt.of(users), addresses.users());
    }

    @Test
    @DisplayName("does not report an address if a user also comes from another address")
    void another() {
        seen(1, 10, "127.0.0.1");
        seen(3, 3, "203.0.113.7");

        assertEquals(OptionalInt.empty(), addresses.users());
    }

    @Test
    @DisplayName("reports yesterday's data unless today shows otherwise, but not older data")
    void days() {
        seen(1, 10, "127.0.0.1");
        clock.advance(Duration.ofDays(1));
        seen(1, 2, "127.0.0.1");
        assertEquals(OptionalInt.of(10), addresses.users());

        seen(3, 3, "203.0.113.7");
        assertEquals(OptionalInt.empty(), addresses.users());

        clock.advance(Duration.ofDays(2));
        assertEquals(OptionalInt.empty(), addresses.users());
    }

    @Test
    @DisplayName("reports each tenant separately")
    void tenants() {
        seen(1, 10, "127.0.0.1");

        assertEquals(OptionalInt.empty(), new SharedAddress(store, clock, "globex").users());
    }
}
