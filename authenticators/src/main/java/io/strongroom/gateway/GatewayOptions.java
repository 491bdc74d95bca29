package io.strongroom.gateway;

import io.strongroom.provider.NumberOption;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The provider options of a gateway, {@code --spi-sms-gateway--<gateway>--<option>=…}, read without ever throwing. */
public final class GatewayOptions {

    private static final int LONGEST_MILLIS = 5000;
    private static final int SHORTEST_MILLIS = 100;

    private final String gateway;
    private final UnaryOperator<String> config;

    /** @param config finds the value of an option, or null: {@code Config.Scope::get} */
    public GatewayOptions(String gateway, UnaryOperator<String> config) {
        this.gateway = gateway;
        this.config = config;
    }

    public String gateway() {
        return gateway;
    }

    /** The option, without spaces around it, or empty where it is not set. */
    public Optional<String> text(String option) {
        return Optional.ofNullable(config.apply(option)).map(String::strip).filter(value -> !value.isEmpty());
    }

    /** An option that may refer to the vault. */
    public SecretOption secret(String option) {
        return new SecretOption(gateway, option, config.apply(option));
    }

    /** False unless the option is {@code true}. */
    public boolean flag(String option) {
        return text(option).filter("true"::equalsIgnoreCase).isPresent();
    }

    /** Option {@code timeout-millis}: how long a whole call may take, 100 to 5000; 5000 where it is not set or not allowed. */
    public Configured<Duration> timeout() {
        int millis = new NumberOption(gateway, config)
                .number("timeout-millis", SHORTEST_MILLIS, LONGEST_MILLIS, LONGEST_MILLIS);
        return Configured.ready(Duration.ofMillis(millis));
    }

    /** Option {@code base-uri}, for tests: https, or http to this machine; empty where it is not set. */
    public Configured<Optional<URI>> baseUri() {
        Optional<String> configured = text("base-uri");
        Optional<URI> safe = configured.flatMap(GatewayOptions::uri).filter(GatewayOptions::isSafe);
        return configured.isPresent() && safe.isEmpty()
                ? fault("base-uri", "is neither https nor http to this machine")
                : Configured.ready(safe);
    }

    /** @param isWrong what is wrong with the option, after its name */
    public <T> Configured<T> fault(String option, String isWrong) {
        return Configured.faulty("the option %s of %s %s".formatted(option, gateway, isWrong));
    }

    private static Optional<URI> uri(String text) {
        try {
            return Optional.of(new URI(text));
        } catch (URISyntaxException notAnAddress) {
            return Optional.empty();
        }
    }

    private static boolean isSafe(URI uri) {
        return uri.getHost() != null
                && ("https".equalsIgnoreCase(uri.getScheme())
                        || "http".equalsIgnoreCase(uri.getScheme()) && isLoopback(uri.getHost()));
    }

    private static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException nowhere) {
            return false;
        }
    }
}
