package io.strongroom.gateway.vonage;

import com.github.tomakehurst.wiremock.WireMockServer;
import io.strongroom.gateway.PlayedVendor;
import java.io.IOException;
import java.util.logging.Logger;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Vonage, played on this machine; what its SDK says of the failures that tests provoke is kept from the console. */
final class PlayedVonage implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback, AfterAllCallback {

    /** Kept here, or its setting is forgotten. */
    private static final Logger SDK = Logger.getLogger("com.vonage");

    private final PlayedVendor vendor = new PlayedVendor();

    @Override
    public void beforeAll(ExtensionContext context) {
        SDK.setUseParentHandlers(false);
        vendor.beforeAll(context);
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        vendor.beforeEach(context);
    }

    @Override
    public void afterEach(ExtensionContext context) throws IOException {
        vendor.afterEach(context);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        vendor.afterAll(context);
        SDK.setUseParentHandlers(true);
    }

    WireMockServer server() {
        return vendor.server();
    }

    VonageGateways gateways(VonageApi api) {
        return new VonageGateways(api, vendor);
    }
}
