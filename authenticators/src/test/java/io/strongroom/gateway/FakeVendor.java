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
 * A fake vendor on this machine, and the connection pool that all of Keycloak shares. After every test it checks that no
 * connection leaked, because a vendor must not exhaust the pool.
 */
public final class FakeVendor implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback, AfterAllCallback {

    private final WireMockServer server;
    private PooledClient keycloak;

    private FakeVendor(WireMockConfiguration options) {
        this.server = new WireMockServer(options.dynamicPort().bindAddress("127.0.0.1"));
    }

    public FakeVendor() {
        this(options());
    }

    /** Also listens with TLS, with an untrusted certificate. */
    public static FakeVendor withTls() {
        return new FakeVendor(options().dynamicHttpsPort());
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
        assertEquals(0, leased, "connections leaked from Keycloak's pool");
    }

    @Override
    public void afterAll(ExtensionContext context) {
        server.stop();
    }

    /** Returns the server, which has no stubs at the start of a test. */
    public WireMockServer server() {
        return server;
    }

    /** Returns Keycloak's client, which is new for each test. */
    public PooledClient keycloak() {
        return keycloak;
    }
}
