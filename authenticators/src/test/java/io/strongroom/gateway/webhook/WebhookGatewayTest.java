package io.strongroom.gateway.webhook;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.putRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static io.strongroom.gateway.webhook.Webhooks.addresses;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.tomakehurst.wiremock.WireMockServer;
import io.strongroom.gateway.CapturedLog;
import io.strongroom.gateway.FakeVendor;
import io.strongroom.gateway.SendResult;
import io.strongroom.gateway.SendResult.Accepted;
import io.strongroom.gateway.SendResult.Misconfigured;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Logger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@DisplayName("The gateway webhook")
class WebhookGatewayTest {

    @RegisterExtension
    static final FakeVendor FAKE = new FakeVendor();

    private static final WireMockServer VENDOR = FAKE.server();
    private static final Webhooks WEBHOOKS = new Webhooks(FAKE);

    @BeforeEach
    void acceptAll() {
        VENDOR.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(202).withBody("{\"status\":\"queued\"}")));
    }

    @Test
    @DisplayName("posts JSON with the configured headers exactly once")
    void postsJson() {
        assertEquals(new Accepted("HTTP 202"), WEBHOOKS.send(Map.of()));

        VENDOR.verify(
                1,
                postRequestedFor(urlEqualTo("/send"))
                        .withHeader("Authorization", equalTo("Bearer " + Webhooks.SECRET))
                        .withHeader("Content-Type", equalTo("application/json; charset=UTF-8"))
                        .withHeader("Host", equalTo("localhost:" + VENDOR.port()))
                        .withRequestBody(equalToJson("{\"to\":\"+46701740605\",\"text\":\"493817 är din kod\"}")));
    }

    @Test
    @DisplayName("sends a form with PUT if configured")
    void putsForm() {
        WEBHOOKS.send(Map.of("method", "PUT", "body-format", "form", "body", "to={toDigits}&text={text}"));

        VENDOR.verify(
                1,
                putRequestedFor(urlEqualTo("/send"))
                        .withHeader("Content-Type", equalTo("application/x-www-form-urlencoded; charset=UTF-8"))
                        .withFormParam("to", equalTo("46701740605"))
                        .withFormParam("text", equalTo("493817 är din kod")));
    }

    @Test
    @DisplayName("sends the message with GET if configured")
    void gets() {
        WEBHOOKS.send(WEBHOOKS.get());

        VENDOR.verify(
                1,
                getRequestedFor(urlEqualTo("/send?to=%2B46701740605&text=493817%20%C3%A4r%20din%20kod"))
                        .withHeader("Content-Type", absent()));
    }

    @Test
    @DisplayName("security 28: sends nothing, as misconfigured, if the secret is missing from the vault")
    void unresolvedSecret() {
        SendResult result = WEBHOOKS.send(Map.of("headers", "{\"Authorization\":\"Bearer ${vault.missing}\"}"));

        assertTrue(assertInstanceOf(Misconfigured.class, result).reason().contains("${vault.missing}"));
        VENDOR.verify(0, anyRequestedFor(anyUrl()));
    }

    @Test
    @DisplayName("X9 reports a host that does not resolve or is forbidden as a fault before sending")
    void unreachable() {
        Destination.Resolver unknownHost = host -> {
            throw new UnknownHostException(host);
        };

        assertEquals(
                Optional.of("the option url of webhook names a host that can't be resolved"),
                WEBHOOKS.configure(Map.of(), unknownHost)
                        .map(WebhookOptions::unreachable)
                        .orElse(Optional::of));
        assertEquals(
                Optional.of("the option url of webhook resolves to an address that is not public"),
                WEBHOOKS.configure(Map.of(), host -> addresses("10.0.0.1"))
                        .map(WebhookOptions::unreachable)
                        .orElse(Optional::of));
    }

    @Test
    @DisplayName("security 6: prevents the HTTP client from logging message and secret at FINEST")
    void nothingSecretIsLogged() {
        Map<String, String> get = WEBHOOKS.get();
        try (CapturedLog log = new CapturedLog("org.apache.http")) {
            Logger.getLogger("org.apache.http.impl.execchain.MainClientExec").setLevel(null);
            WEBHOOKS.send(get);

            assertTrue(log.text().contains("493817"), "if this is no longer logged, silencing can be removed");
        }

        new WebhookGatewayFactory().postInit(null);

        try (CapturedLog log = new CapturedLog("org.apache.http")) {
            WEBHOOKS.send(Map.of());
            WEBHOOKS.send(get);

            assertTrue(log.text().contains("Connection"), "other loggers still log at that level");
            for (String secret : List.of("493817", Webhooks.SECRET, "46701740605")) {
                assertFalse(log.text().contains(secret), log.text());
            }
        }
    }
}
