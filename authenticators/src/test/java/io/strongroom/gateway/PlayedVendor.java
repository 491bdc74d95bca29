package io.strongroom.gateway;

import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import java.io.IOException;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A vendor that is played on this machine, and the pool of connections that all of Keycloak shares. A vendor must not empty it: that nothing
 * of it is left leased is part of every test.
 */
public final class PlayedVendor implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback, AfterAllCallback {

    private final WireMockServer server;
    private PooledClient keycloak;

    private PlayedVendor(WireMockConfiguration options) {
        this.server = new WireMockServer(options.dynamicPort().bindAddress("127.0.0.1"));
    }

    public PlayedVendor() {
        this(options());
    }

    /** Listens with TLS as well, with a certificate that nobody trusts. */
    public static PlayedVendor withTls() {
        return new PlayedVendor(options().dynamicHttpsPort());
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        server.start();
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        server.resetAll();
        keycloak = new PooledClient();
    }

    @Override
    public void afterEach(ExtensionContext context) throws IOException {
        int leased = keycloak.leased();
        keycloak.close();
        assertEquals(0, leased, "connections taken from Keycloak's pool and not given back");
    }

    @Override
    public void afterAll(ExtensionContext context) {
        server.stop();
    }

    /** Without any answer at the beginning of a test. */
    public WireMockServer server() {
        return server;
    }

    /** A new one for each test. */
    public PooledClient keycloak() {
        return keycloak;
    }
}
