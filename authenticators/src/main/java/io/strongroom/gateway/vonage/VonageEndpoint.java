package io.strongroom.gateway.vonage;

import com.vonage.client.HttpConfig;
import io.strongroom.gateway.Configured;
import io.strongroom.gateway.GatewayOptions;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * The address and time limit for calls to Vonage.
 *
 * @param baseUri the {@code base-uri} option, for tests; empty for Vonage's own address
 * @param timeout the {@code timeout-millis} option: the time limit for a whole call
 */
record VonageEndpoint(Optional<URI> baseUri, Duration timeout) {

    static Configured<VonageEndpoint> of(GatewayOptions options) {
        return options.timeout()
                .flatMap(timeout -> options.baseUri().map(baseUri -> new VonageEndpoint(baseUri, timeout)));
    }

    HttpConfig httpConfig() {
        HttpConfig.Builder config = HttpConfig.builder().timeoutMillis(Math.toIntExact(timeout.toMillis()));
        baseUri.ifPresent(config::baseUri);
        return config.build();
    }
}
