package io.strongroom.gateway.vonage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Options of vonage-sms")
class VonageOptionsTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    @ParameterizedTest(name = "security 27: base-uri {0} is taken")
    @NullSource
    @ValueSource(
            strings = {
                "https://rest.nexmo.com",
                "HTTPS://sms.example.com:8443/path",
                "http://127.0.0.1:8080",
                "http://127.9.9.9",
                "http://localhost:8080",
                "http://[::1]:8080"
            })
    void goodBaseUri(String uri) {
        assertEquals(Optional.empty(), with(uri).fault());
    }

    @ParameterizedTest(name = "security 27: base-uri {0} is refused")
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
                "ftp://127.0.0.1",
                "file:///etc/passwd",
                "//127.0.0.1",
                "127.0.0.1"
            })
    void badBaseUri(String uri) {
        assertTrue(with(uri).fault().orElse("").contains("base-uri"), with(uri).toString());
    }

    @ParameterizedTest(name = "security 27: a time-out of {0} ms: fault {1}")
    @CsvSource({"100,false", "5000,false", "99,true", "5001,true", "60000,true", "0,true", "-1,true"})
    void timeout(long millis, boolean fault) {
        VonageOptions options = new VonageOptions("key", "secret", null, Duration.ofMillis(millis));

        assertEquals(fault, options.fault().isPresent());
    }

    @ParameterizedTest(name = "key \"{0}\" and secret \"{1}\" are not enough")
    @CsvSource({",secret", "key,", "'',secret", "key,' '", ","})
    void incomplete(String key, String secret) {
        VonageOptions options = new VonageOptions(key, secret, null, TIMEOUT);

        assertTrue(options.fault().orElse("").contains("api-key"), options.toString());
    }

    @Test
    @DisplayName("security 6: in a log they do not show the secret")
    void inLogs() {
        String shown = with("https://rest.nexmo.com").toString();

        assertFalse(shown.contains("s3cret"), shown);
        assertTrue(shown.contains("rest.nexmo.com"), shown);
    }

    private static VonageOptions with(String baseUri) {
        return new VonageOptions("key", "s3cret", baseUri, TIMEOUT);
    }
}
