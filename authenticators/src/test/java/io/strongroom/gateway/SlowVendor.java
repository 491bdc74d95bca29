package io.strongroom.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.github.tomakehurst.wiremock.WireMockServer;

/** A server that takes its time. It stands alone: a request that it notices late is nobody else's. */
public final class SlowVendor implements AutoCloseable {

    private final WireMockServer server =
            new WireMockServer(options().dynamicPort().bindAddress("127.0.0.1"));

    /** @param millis before it answers */
    public SlowVendor(int millis) {
        server.start();
        server.stubFor(any(anyUrl()).willReturn(aResponse().withFixedDelay(millis)));
    }

    public String uri() {
        return server.baseUrl();
    }

    /** Requests it has noticed so far. */
    public int calls() {
        return server.findAll(anyRequestedFor(anyUrl())).size();
    }

    @Override
    public void close() {
        server.stop();
    }
}
