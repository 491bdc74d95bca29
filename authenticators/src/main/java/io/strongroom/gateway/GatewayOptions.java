package io.strongroom.gateway;

import io.strongroom.provider.NumberOption;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Reads a gateway's provider options, {@code --spi-sms-gateway--<gateway>--<option>=…}. Never throws. */
public final class GatewayOptions {

    private static final int MAX_TIMEOUT_MILLIS = 5000;
    private static final int MIN_TIMEOUT_MILLIS = 100;

    private final String gateway;
    private final UnaryOperator<String> config;

    /** @param config returns the value of an option, or null if it is not set, such as {@code Config.Scope::get} */
    public GatewayOptions(String gateway, UnaryOperator<String> config) {
        this.gateway = gateway;
        this.config = config;
    }

    public String gateway() {
        return gateway;
    }

    /** Returns the option without surrounding whitespace; empty if it is not set. */
    public Optional<String> text(String option) {
        return Optional.ofNullable(config.apply(option)).map(String::strip).filter(value -> !value.isEmpty());
    }

    /** Returns an option that may refer to the vault. */
    public SecretOption secret(String option) {
        return new SecretOption(gateway, option, config.apply(option));
    }

    /** Returns whether the option is {@code true}. */
    public boolean flag(String option) {
        return text(option).filter("true"::equalsIgnoreCase).isPresent();
    }

    /**
     * Returns the {@code timeout-millis} option: the time limit for a whole call, 100 to 5000 ms. The limit is 5000
     * ms if the option is missing or out of range.
     */
    public Configured<Duration> timeout() {
        int millis = new NumberOption(gateway, config)
                .number("timeout-millis", MIN_TIMEOUT_MILLIS, MAX_TIMEOUT_MILLIS, MAX_TIMEOUT_MILLIS);
        return Configured.ready(Duration.ofMillis(millis));
    }

    /**
     * Returns the {@code base-uri} option, which is meant for tests: an https URI, or an http URI of this machine.
     * Empty if it is not set.
     */
    public Configured<Optional<URI>> baseUri() {
        Optional<String> configured = text("base-uri");
        Optional<URI> safe = configured.flatMap(GatewayOptions::uri).filter(GatewayOptions::isSafe);
        return configured.isPresent() && safe.isEmpty()
                ? fault("base-uri", "is neither https nor http to this machine")
                : Configured.ready(safe);
    }

    /**
     * Returns a fault about an option.
     *
     * @param problem predicate of the message's sentence, such as {@code is not set}; it follows the option's name
     */
    public <T> Configured<T> fault(String option, String problem) {
        return Configured.faulty("the option %s of %s %s".formatted(option, gateway, problem));
    }

    private static Optional<URI> uri(String text) {
        try {
            return Optional.of(new URI(text));
        } catch (URISyntaxException invalid) {
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
        } catch (UnknownHostException unknown) {
            return false;
        }
    }
}
