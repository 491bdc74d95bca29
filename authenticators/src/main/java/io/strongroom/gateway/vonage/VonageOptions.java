package io.strongroom.gateway.vonage;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Optional;
import org.keycloak.Config;

/**
 * The provider options of {@code vonage-sms}.
 *
 * @param apiKey    option {@code api-key}
 * @param apiSecret option {@code api-secret}
 * @param baseUri   option {@code base-uri}, for tests; https, or http to this machine
 * @param timeout   option {@code timeout-millis}, 100 to 5000, 5000 where absent
 */
record VonageOptions(String apiKey, String apiSecret, String baseUri, Duration timeout) {

    private static final int LONGEST_MILLIS = 5000;
    private static final int SHORTEST_MILLIS = 100;

    static VonageOptions of(Config.Scope config) {
        String base = config.get("base-uri");
        return new VonageOptions(
                config.get("api-key"),
                config.get("api-secret"),
                base == null || base.isBlank() ? null : base.strip(),
                Duration.ofMillis(config.getInt("timeout-millis", LONGEST_MILLIS)));
    }

    /** What an administrator has to mend, or empty where nothing. */
    Optional<String> fault() {
        if (isBlank(apiKey) || isBlank(apiSecret)) {
            return Optional.of("the options api-key and api-secret of vonage-sms are not both set");
        }
        if (timeout.toMillis() < SHORTEST_MILLIS || timeout.toMillis() > LONGEST_MILLIS) {
            return Optional.of("the option timeout-millis of vonage-sms is not between 100 and 5000");
        }
        if (baseUri != null && !isHttps() && !isThisMachine()) {
            return Optional.of("the option base-uri of vonage-sms is neither https nor http to this machine");
        }
        return Optional.empty();
    }

    private boolean isHttps() {
        return parsed().map(URI::getScheme).filter("https"::equalsIgnoreCase).isPresent();
    }

    private Optional<URI> parsed() {
        try {
            return Optional.of(new URI(baseUri));
        } catch (URISyntaxException notAnAddress) {
            return Optional.empty();
        }
    }

    private boolean isThisMachine() {
        return parsed().filter(uri -> "http".equalsIgnoreCase(uri.getScheme()))
                .map(URI::getHost)
                .filter(VonageOptions::isLoopback)
                .isPresent();
    }

    private static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException nowhere) {
            return false;
        }
    }

    private static boolean isBlank(String value) {
        return value == null || value.isBlank();
    }

    /** Keeps the secret out of logs. */
    @Override
    public String toString() {
        return "VonageOptions[apiKey=" + apiKey + ", baseUri=" + baseUri + ", timeout=" + timeout + "]";
    }
}
