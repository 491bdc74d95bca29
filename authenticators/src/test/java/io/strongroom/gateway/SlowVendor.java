package io.strongroom.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.github.tomakehurst.wiremock.WireMockServer;

/** A server that responds after a delay. Each test has its own, so that a late request does not affect another test. */
public final class SlowVendor implements AutoCloseable {

    private final WireMockServer server =
            new WireMockServer(options().dynamicPort().bindAddress("127.0.0.1"));

    /** @param millis delay before it responds */
    public SlowVendor(int millis) {
        server.start();
        server.stubFor(any(anyUrl()).willReturn(aResponse().withFixedDelay(millis)));
    }

    public String uri() {
        return server.baseUrl();
    }

    /** Returns how many requests it has received so far. */
    public int calls() {
        return server.findAll(anyRequestedFor(anyUrl())).size();
    }

    @Override
    public void close() {
        server.stop();
    }
}
