package io.strongroom.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The options of a gateway")
class GatewayOptionsTest {

    @ParameterizedTest(name = "security 27: allow base-uri {0}")
    @ValueSource(
            strings = {
                "https://rest.nexmo.com",
                "HTTPS://sms.example.com:8443/path",
                "http://127.0.0.1:8080",
                "http://127.9.9.9",
                "http://localhost:8080",
                " http://[::1]:8080 "
            })
    void goodBaseUri(String uri) {
        assertEquals(Optional.empty(), options("base-uri", uri).baseUri().fault());
    }

    @ParameterizedTest(name = "security 27: refuse base-uri {0}")
    @ValueSource(
            strings = {
                "http://192.0.2.1",
                "http://169.254.169.254/latest",
                "http://10.0.0.1:8080",
                "http://0.0.0.0:8080",
                "http://[2001:db8::1]",
                "http://127.0.0.1@192.0.2.1/",
                "http://nowhere.invalid",
                "http:///sms",
                "https:///sms",
                "ftp://127.0.0.1",
                "file:///etc/passwd",
                "//127.0.0.1",
                "127.0.0.1"
            })
    void badBaseUri(String uri) {
        assertEquals(
                Optional.of("the option base-uri of acme is neither https nor http to this machine"),
                options("base-uri", uri).baseUri().fault());
    }

    @ParameterizedTest(name = "security 27: allow a time-out of {0} ms")
    @ValueSource(strings = {"100", "2000", "5000"})
    void timeout(String millis) {
        assertEquals(
                Configured.ready(Duration.ofMillis(Integer.parseInt(millis))),
                options("timeout-millis", millis).timeout());
    }

    @ParameterizedTest(
            name = "security 27: replace an invalid time-out of \"{0}\" ms with 5 seconds, and messages are still sent")
    @ValueSource(strings = {"99", "5001", "60000", "0", "-1", "soon", "1e3", "99999999999", "  "})
    void badTimeout(String millis) {
        assertEquals(
                Configured.ready(Duration.ofSeconds(5)),
                options("timeout-millis", millis).timeout());
    }

    @Test
    @DisplayName("security 27: allow a call 5 seconds by default")
    void defaultTimeout() {
        assertEquals(
                Configured.ready(Duration.ofSeconds(5)), options("other", "1").timeout());
    }

    @ParameterizedTest(name = "read a flag of \"{0}\" as off")
    @ValueSource(strings = {"", "false", "yes", "1", "truely"})
    void off(String value) {
        assertFalse(options("allow", value).flag("allow"));
    }

    @ParameterizedTest(name = "read a flag of \"{0}\" as on")
    @ValueSource(strings = {"true", "TRUE", " true "})
    void on(String value) {
        assertTrue(options("allow", value).flag("allow"));
    }

    private static GatewayOptions options(String option, String value) {
        return new GatewayOptions("acme", Map.of(option, value)::get);
    }
}
