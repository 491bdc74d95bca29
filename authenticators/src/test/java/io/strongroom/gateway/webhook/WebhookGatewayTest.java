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
import io.strongroom.gateway.PlayedVendor;
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

@DisplayName("Gateway webhook")
class WebhookGatewayTest {

    @RegisterExtension
    static final PlayedVendor PLAYED = new PlayedVendor();

    private static final WireMockServer VENDOR = PLAYED.server();
    private static final Webhooks WEBHOOKS = new Webhooks(PLAYED);

    @BeforeEach
    void vendorTakesAll() {
        VENDOR.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(202).withBody("{\"status\":\"queued\"}")));
    }

    @Test
    @DisplayName("posts JSON with the headers that were asked for, once")
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
    @DisplayName("puts a form")
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
    @DisplayName("gets an address")
    void gets() {
        WEBHOOKS.send(WEBHOOKS.get());

        VENDOR.verify(
                1,
                getRequestedFor(urlEqualTo("/send?to=%2B46701740605&text=493817%20%C3%A4r%20din%20kod"))
                        .withHeader("Content-Type", absent()));
    }

    @Test
    @DisplayName(
            "security 28: a secret that the vault does not have: an administrator has to mend it, and nothing is sent")
    void unresolvedSecret() {
        SendResult result = WEBHOOKS.send(Map.of("headers", "{\"Authorization\":\"Bearer ${vault.missing}\"}"));

        assertTrue(assertInstanceOf(Misconfigured.class, result).reason().contains("${vault.missing}"));
        VENDOR.verify(0, anyRequestedFor(anyUrl()));
    }

    @Test
    @DisplayName("X9 a host that cannot be found or is not to be called is a fault before a message is sent")
    void unreachable() {
        Destination.Resolver nowhere = host -> {
            throw new UnknownHostException(host);
        };

        assertEquals(
                Optional.of("the option url of webhook names a host that cannot be found"),
                WEBHOOKS.configure(Map.of(), nowhere)
                        .map(WebhookOptions::unreachable)
                        .orElse(Optional::of));
        assertEquals(
                Optional.of("the option url of webhook leads to an address that is not public"),
                WEBHOOKS.configure(Map.of(), host -> addresses("10.0.0.1"))
                        .map(WebhookOptions::unreachable)
                        .orElse(Optional::of));
    }

    @Test
    @DisplayName(
            "security 6: the HTTP client would log message and secret at FINEST; with the gateway in place it does not")
    void nothingSecretIsLogged() {
        Map<String, String> get = WEBHOOKS.get();
        try (CapturedLog log = new CapturedLog("org.apache.http")) {
            Logger.getLogger("org.apache.http.impl.execchain.MainClientExec").setLevel(null);
            WEBHOOKS.send(get);

            assertTrue(log.text().contains("493817"), "if it is not logged any more, the pin can go");
        }

        new WebhookGatewayFactory().postInit(null);

        try (CapturedLog log = new CapturedLog("org.apache.http")) {
            WEBHOOKS.send(Map.of());
            WEBHOOKS.send(get);

            assertTrue(log.text().contains("Connection"), "something is logged at that level");
            for (String secret : List.of("493817", Webhooks.SECRET, "46701740605")) {
                assertFalse(log.text().contains(secret), log.text());
            }
        }
    }
}
