package io.strongroom.gateway.vonage;

import com.github.tomakehurst.wiremock.WireMockServer;
import io.strongroom.gateway.FakeVendor;
import java.io.IOException;
import java.util.logging.Logger;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A fake Vonage on this machine. Keeps the SDK's logging of provoked failures off the console. */
final class FakeVonage implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback, AfterAllCallback {

    /** A strong reference, so that the logger keeps its setting. */
    private static final Logger SDK = Logger.getLogger("com.vonage");

    private final FakeVendor vendor = new FakeVendor();

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
