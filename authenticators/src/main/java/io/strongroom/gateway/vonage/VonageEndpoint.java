package io.strongroom.gateway.vonage;

import com.vonage.client.HttpConfig;
import io.strongroom.gateway.Configured;
import io.strongroom.gateway.GatewayOptions;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * Address and time limit for calls to Vonage.
 *
 * @param baseUri option {@code base-uri}, for tests; empty for Vonage's own
 * @param timeout option {@code timeout-millis}, for a whole call
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
