package io.strongroom.gateway.webhook;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static io.strongroom.gateway.webhook.Webhooks.addresses;
import static io.strongroom.gateway.webhook.Webhooks.message;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.http.Fault;
import io.strongroom.gateway.ClosedPort;
import io.strongroom.gateway.FakeVendor;
import io.strongroom.gateway.SendResult;
import io.strongroom.gateway.SendResult.Accepted;
import io.strongroom.gateway.SendResult.Misconfigured;
import io.strongroom.gateway.SendResult.NotSent;
import io.strongroom.gateway.SendResult.Uncertain;
import io.strongroom.gateway.SlowVendor;
import io.strongroom.gateway.SmsGateway;
import io.strongroom.gateway.TricklingServer;
import java.io.IOException;
import java.net.UnknownHostException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.apache.http.conn.ssl.SSLConnectionSocketFactory;
import org.apache.http.impl.client.CloseableHttpClient;
import org.apache.http.impl.client.HttpClients;
import org.apache.http.ssl.SSLContexts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("The connections of gateway webhook")
class WebhookConnectionTest {

    @RegisterExtension
    static final FakeVendor FAKE = FakeVendor.withTls();

    private static final WireMockServer VENDOR = FAKE.server();
    private static final Webhooks WEBHOOKS = new Webhooks(FAKE);

    @BeforeEach
    void acceptAll() {
        VENDOR.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(202).withBody("{\"status\":\"queued\"}")));
    }

    @Test
    @DisplayName("security 27: are not redirected to another address by DNS rebinding")
    void rebinding() {
        Deque<String> resolved = new ArrayDeque<>(List.of("127.0.0.1", "10.0.0.1"));
        SmsGateway gateway = WEBHOOKS.gateway(Map.of(), host -> addresses(resolved.removeFirst()));

        assertInstanceOf(Accepted.class, gateway.send(message()));
        assertEquals(1, resolved.size(), "the name is resolved once, for check and connection");
        assertInstanceOf(
                Misconfigured.class, gateway.send(message()), "the name is checked again for the next message");
        VENDOR.verify(1, anyRequestedFor(anyUrl()));
    }

    @Test
    @DisplayName("security 27: go to the checked address, not to another one of the name")
    void pinned() {
        Map<String, String> options = Map.of("url", WEBHOOKS.url("/send"));

        assertInstanceOf(
                Accepted.class,
                WEBHOOKS.gateway(options, host -> addresses("127.0.0.1")).send(message()));
        assertInstanceOf(
                NotSent.class,
                WEBHOOKS.gateway(options, host -> addresses("127.0.0.99")).send(message()));
    }

    @Test
    @DisplayName("security 27: verify the https certificate for the name and go to the checked address")
    void tls() throws IOException, GeneralSecurityException {
        List<String> verified = new ArrayList<>();
        SSLConnectionSocketFactory tls = new SSLConnectionSocketFactory(
                SSLContexts.custom().loadTrustMaterial((chain, type) -> true).build(),
                (name, session) -> verified.add(name));
        Map<String, String> options = Map.of("url", "https://sms.invalid:" + VENDOR.httpsPort() + "/send");
        try (CloseableHttpClient client =
                HttpClients.custom().setSSLSocketFactory(tls).build()) {
            SmsGateway gateway = new WebhookGateway(
                    WEBHOOKS.configure(options, host -> addresses("127.0.0.1")).orElse(fault -> null), client);

            assertInstanceOf(Accepted.class, gateway.send(message()));
        }

        assertEquals(List.of("sms.invalid"), verified);
        VENDOR.verify(anyRequestedFor(anyUrl()).withHeader("Host", equalTo("sms.invalid:" + VENDOR.httpsPort())));
    }

    @Test
    @DisplayName("use the next address if the first refuses the connection")
    void nextAddress() {
        Map<String, String> options = Map.of("url", WEBHOOKS.url("/send"));

        assertInstanceOf(
                Accepted.class,
                WEBHOOKS.gateway(options, host -> addresses("127.0.0.99", "127.0.0.1"))
                        .send(message()));
    }

    @Test
    @DisplayName("security 27: are refused for private addresses unless allowed, and nothing is sent")
    void privateAddresses() {
        SendResult result = WEBHOOKS.send(Map.of("allow-private-addresses", "false"));

        assertEquals(new Misconfigured("the option url of webhook resolves to an address that is not public"), result);
        VENDOR.verify(0, anyRequestedFor(anyUrl()));
    }

    @Test
    @DisplayName("security 27: do not follow redirects")
    void redirect() {
        VENDOR.stubFor(any(urlEqualTo("/send"))
                .willReturn(aResponse().withStatus(302).withHeader("Location", VENDOR.baseUrl() + "/elsewhere")));

        assertEquals(new Misconfigured("HTTP 302"), WEBHOOKS.send(Map.of()));
        VENDOR.verify(0, anyRequestedFor(urlEqualTo("/elsewhere")));
    }

    @ParameterizedTest(
            name = "security 27: leave the result uncertain if they break ({0}), without a retry, even with GET")
    @EnumSource(Fault.class)
    void broken(Fault fault) {
        VENDOR.stubFor(any(anyUrl()).willReturn(aResponse().withFault(fault)));

        assertInstanceOf(Uncertain.class, WEBHOOKS.send(Map.of()));
        assertInstanceOf(Uncertain.class, WEBHOOKS.send(WEBHOOKS.get()));
        VENDOR.verify(2, anyRequestedFor(anyUrl()));
    }

    @Test
    @DisplayName("security 27: leave the result uncertain, without a retry, if no response arrives in time")
    void readTimeout() {
        try (SlowVendor slow = new SlowVendor(5000)) {
            assertInstanceOf(Uncertain.class, WEBHOOKS.send(Map.of("url", slow.uri(), "timeout-millis", "1000")));
            assertTrue(slow.calls() <= 1);
        }
    }

    @Test
    @DisplayName("security 27: leave the result uncertain at the deadline if the response trickles")
    void trickling() throws IOException {
        try (TricklingServer trickling = new TricklingServer()) {
            Map<String, String> options = Map.of("url", trickling.uri() + "/", "timeout-millis", "200");

            SendResult result = assertTimeoutPreemptively(Duration.ofSeconds(2), () -> WEBHOOKS.send(options));

            assertEquals(new Uncertain("DeadlineException"), result);
        }
    }

    @Test
    @DisplayName("security 27: leave the result uncertain if the response is over 64 KiB, whatever its content")
    void tooLong() {
        VENDOR.stubFor(any(anyUrl()).willReturn(aResponse().withBody("{}" + " ".repeat(64 * 1024))));

        assertInstanceOf(Uncertain.class, WEBHOOKS.send(Map.of()));
    }

    @Test
    @DisplayName("report the message as not sent if they are refused or the name does not resolve")
    void neverSent() throws IOException {
        assertInstanceOf(
                NotSent.class, WEBHOOKS.send(Map.of("url", ClosedPort.uri().toString())));
        assertInstanceOf(
                NotSent.class,
                WEBHOOKS.gateway(Map.of(), host -> {
                            throw new UnknownHostException(host);
                        })
                        .send(message()));
    }
}
