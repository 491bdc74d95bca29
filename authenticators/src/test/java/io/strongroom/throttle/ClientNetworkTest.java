package io.strongroom.throttle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("security 10: The network that counts as one client address")
class ClientNetworkTest {

    @ParameterizedTest(name = "{0} is in the network of 2001:db8:1:2::1")
    @ValueSource(
            strings = {
                "2001:db8:1:2::1",
                "2001:db8:1:2::2",
                "2001:0DB8:0001:0002:ffff:ffff:ffff:ffff",
                "[2001:db8:1:2::3]",
                "[2001:db8:1:2::3]:4711",
                "2001:db8:1:2::4%eth0"
            })
    void sameNetwork(String address) {
        assertEquals(ClientNetwork.of("2001:db8:1:2::1"), ClientNetwork.of(address));
    }

    @ParameterizedTest(name = "{0} is in another network")
    @ValueSource(strings = {"2001:db8:1:3::1", "2001:db9:1:2::1", "::1", "192.0.2.1"})
    void otherNetwork(String address) {
        assertNotEquals(ClientNetwork.of("2001:db8:1:2::1"), ClientNetwork.of(address));
    }

    @ParameterizedTest(name = "{0} counts as {1}")
    @CsvSource({
        "192.0.2.1,192.0.2.1",
        "::ffff:192.0.2.1,192.0.2.1",
        "::ffff:c000:201,192.0.2.1",
        "a.host.name,a.host.name",
        "no:address,no:address"
    })
    void itself(String address, String counted) {
        assertEquals(counted, ClientNetwork.of(address));
    }

    @Test
    @DisplayName("is separate for each IPv4 address")
    void neighbours() {
        assertNotEquals(ClientNetwork.of("192.0.2.1"), ClientNetwork.of("192.0.2.2"));
    }
}
