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
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.http.Fault;
import io.strongroom.gateway.CapturedLog;
import io.strongroom.gateway.Configured;
import io.strongroom.gateway.GatewayOptions;
import io.strongroom.gateway.PooledClient;
import io.strongroom.gateway.SendResult;
import io.strongroom.gateway.SendResult.Accepted;
import io.strongroom.gateway.SendResult.Misconfigured;
import io.strongroom.gateway.SendResult.TryLater;
import io.strongroom.gateway.SendResult.Unknown;
import io.strongroom.gateway.SlowVendor;
import io.strongroom.gateway.SmsGateway;
import io.strongroom.gateway.SmsMessage;
import io.strongroom.gateway.TricklingServer;
import io.strongroom.phone.PhoneNumber;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Logger;
import org.apache.http.conn.ssl.SSLConnectionSocketFactory;
import org.apache.http.impl.client.CloseableHttpClient;
import org.apache.http.impl.client.HttpClients;
import org.apache.http.ssl.SSLContexts;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("Gateway webhook")
class WebhookGatewayTest {

    private static final String SECRET = "s3cr3t-of-the-account";
    private static final WireMockServer VENDOR =
            new WireMockServer(options().dynamicPort().dynamicHttpsPort().bindAddress("127.0.0.1"));

    private PooledClient keycloak;

    @BeforeAll
    static void start() {
        VENDOR.start();
    }

    @AfterAll
    static void stop() {
        VENDOR.stop();
    }

    @BeforeEach
    void newPool() {
        VENDOR.resetAll();
        VENDOR.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(202).withBody("{\"status\":\"queued\"}")));
        keycloak = new PooledClient();
    }

    /** Part of every test: a vendor must not empty the pool that all of Keycloak shares. */
    @AfterEach
    void nothingLeased() throws IOException {
        int leased = keycloak.leased();
        keycloak.close();
        assertEquals(0, leased, "connections taken from Keycloak's pool and not given back");
    }

    @Test
    @DisplayName("posts JSON with the headers that were asked for, once")
    void postsJson() {
        assertEquals(new Accepted("HTTP 202"), send(Map.of()));

        VENDOR.verify(
                1,
                postRequestedFor(urlEqualTo("/send"))
                        .withHeader("Authorization", equalTo("Bearer " + SECRET))
                        .withHeader("Content-Type", equalTo("application/json; charset=UTF-8"))
                        .withHeader("Host", equalTo("localhost:" + VENDOR.port()))
                        .withRequestBody(equalToJson("{\"to\":\"+46701740605\",\"text\":\"493817 är din kod\"}")));
    }

    @Test
    @DisplayName("puts a form")
    void putsForm() {
        send(Map.of("method", "PUT", "body-format", "form", "body", "to={toDigits}&text={text}"));

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
        send(Map.of("method", "GET", "body", "", "url", url("/send?to={to}&text={text}")));

        VENDOR.verify(
                1,
                getRequestedFor(urlEqualTo("/send?to=%2B46701740605&text=493817%20%C3%A4r%20din%20kod"))
                        .withHeader("Content-Type", absent()));
    }

    @Test
    @DisplayName("security 27: a name that changes its meaning (DNS rebinding) does not lead anywhere else")
    void rebinding() {
        Deque<String> meanings = new ArrayDeque<>(List.of("127.0.0.1", "10.0.0.1"));
        SmsGateway gateway = gateway(Map.of(), host -> addresses(meanings.removeFirst()));

        assertInstanceOf(Accepted.class, gateway.send(message()));
        assertEquals(1, meanings.size(), "the name was resolved once, for the check and for the connection");
        assertInstanceOf(Misconfigured.class, gateway.send(message()), "and is checked anew for the next message");
        VENDOR.verify(1, anyRequestedFor(anyUrl()));
    }

    @Test
    @DisplayName(
            "security 27: the connection goes to the address that was checked, not to what the name means elsewhere")
    void pinned() {
        Map<String, String> options = Map.of("url", "http://localhost:" + VENDOR.port() + "/send");

        assertInstanceOf(
                Accepted.class, gateway(options, host -> addresses("127.0.0.1")).send(message()));
        assertInstanceOf(
                TryLater.class,
                gateway(options, host -> addresses("127.0.0.99")).send(message()));
    }

    @Test
    @DisplayName(
            "security 27: with https the certificate is asked for by name, while the connection goes to the checked address")
    void tls() throws IOException, GeneralSecurityException {
        List<String> verified = new ArrayList<>();
        SSLConnectionSocketFactory tls = new SSLConnectionSocketFactory(
                SSLContexts.custom().loadTrustMaterial((chain, type) -> true).build(),
                (name, session) -> verified.add(name));
        Map<String, String> options = Map.of("url", "https://sms.invalid:" + VENDOR.httpsPort() + "/send");
        try (CloseableHttpClient client =
                HttpClients.custom().setSSLSocketFactory(tls).build()) {
            SmsGateway gateway = new WebhookGateway(
                    configure(options, host -> addresses("127.0.0.1")).orElse(fault -> null), client);

            assertInstanceOf(Accepted.class, gateway.send(message()));
        }

        assertEquals(List.of("sms.invalid"), verified);
        VENDOR.verify(anyRequestedFor(anyUrl()).withHeader("Host", equalTo("sms.invalid:" + VENDOR.httpsPort())));
    }

    @Test
    @DisplayName("goes to the next address where nobody listens at the first")
    void nextAddress() {
        Map<String, String> options = Map.of("url", "http://localhost:" + VENDOR.port() + "/send");

        assertInstanceOf(
                Accepted.class,
                gateway(options, host -> addresses("127.0.0.99", "127.0.0.1")).send(message()));
    }

    @Test
    @DisplayName("security 27: private addresses are refused unless they are allowed, and nothing is sent")
    void privateAddresses() {
        SendResult result = send(Map.of("allow-private-addresses", "false"));

        assertEquals(new Misconfigured("the option url of webhook leads to an address that is not public"), result);
        VENDOR.verify(0, anyRequestedFor(anyUrl()));
    }

    @Test
    @DisplayName("security 27: redirects are not followed")
    void redirect() {
        VENDOR.stubFor(any(urlEqualTo("/send"))
                .willReturn(aResponse().withStatus(302).withHeader("Location", VENDOR.baseUrl() + "/elsewhere")));

        assertEquals(new Misconfigured("HTTP 302"), send(Map.of()));
        VENDOR.verify(0, anyRequestedFor(urlEqualTo("/elsewhere")));
    }

    @ParameterizedTest(name = "security 27: a connection that breaks ({0}): unknown, and never sent again, be it a GET")
    @EnumSource(Fault.class)
    void broken(Fault fault) {
        VENDOR.stubFor(any(anyUrl()).willReturn(aResponse().withFault(fault)));

        assertInstanceOf(Unknown.class, send(Map.of()));
        assertInstanceOf(
                Unknown.class, send(Map.of("method", "GET", "body", "", "url", url("/send?to={to}&text={text}"))));
        VENDOR.verify(2, anyRequestedFor(anyUrl()));
    }

    @Test
    @DisplayName("security 27: no answer in time: unknown, and never sent again")
    void readTimeout() {
        try (SlowVendor slow = new SlowVendor(5000)) {
            assertInstanceOf(Unknown.class, send(Map.of("url", slow.uri(), "timeout-millis", "1000")));
            assertTrue(slow.calls() <= 1);
        }
    }

    @Test
    @DisplayName("security 27: an answer that trickles in: unknown, at the deadline")
    void trickling() throws IOException {
        try (TricklingServer trickling = new TricklingServer()) {
            Map<String, String> options = Map.of("url", trickling.uri() + "/", "timeout-millis", "200");

            SendResult result = assertTimeoutPreemptively(Duration.ofSeconds(2), () -> send(options));

            assertEquals(new Unknown("DeadlineException"), result);
        }
    }

    @Test
    @DisplayName("security 27: an answer over 64 KiB: not accepted, whatever it says")
    void tooLong() {
        VENDOR.stubFor(any(anyUrl()).willReturn(aResponse().withBody("{}" + " ".repeat(64 * 1024))));

        assertInstanceOf(Unknown.class, send(Map.of()));
    }

    @Test
    @DisplayName("nobody listens, or the name is unknown at present: to be tried later, because nothing was sent")
    void neverSent() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }

        assertInstanceOf(TryLater.class, send(Map.of("url", "http://127.0.0.1:" + port)));
        assertInstanceOf(
                TryLater.class,
                gateway(Map.of(), host -> {
                            throw new UnknownHostException(host);
                        })
                        .send(message()));
    }

    @Test
    @DisplayName(
            "security 28: a secret that the vault does not have: an administrator has to mend it, and nothing is sent")
    void unresolvedSecret() {
        SendResult result = send(Map.of("headers", "{\"Authorization\":\"Bearer ${vault.missing}\"}"));

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
                configure(Map.of(), nowhere).map(WebhookOptions::unreachable).orElse(Optional::of));
        assertEquals(
                Optional.of("the option url of webhook leads to an address that is not public"),
                configure(Map.of(), host -> addresses("10.0.0.1"))
                        .map(WebhookOptions::unreachable)
                        .orElse(Optional::of));
    }

    @Test
    @DisplayName(
            "security 6: the HTTP client would log message and secret at FINEST; with the gateway in place it does not")
    void nothingSecretIsLogged() {
        Map<String, String> get = Map.of("method", "GET", "body", "", "url", url("/send?to={to}&text={text}"));
        try (CapturedLog log = new CapturedLog("org.apache.http")) {
            Logger.getLogger("org.apache.http.impl.execchain.MainClientExec").setLevel(null);
            send(get);

            assertTrue(log.text().contains("493817"), "if it is not logged any more, the pin can go");
        }

        new WebhookGatewayFactory().postInit(null);

        try (CapturedLog log = new CapturedLog("org.apache.http")) {
            send(Map.of());
            send(get);

            assertTrue(log.text().contains("Connection"), "something is logged at that level");
            for (String secret : List.of("493817", SECRET, "46701740605")) {
                assertFalse(log.text().contains(secret), log.text());
            }
        }
    }

    private SendResult send(Map<String, String> options) {
        return gateway(options, InetAddress::getAllByName).send(message());
    }

    private SmsGateway gateway(Map<String, String> options, Destination.Resolver resolver) {
        CloseableHttpClient client = keycloak.http();
        return configure(options, resolver)
                .<SmsGateway>map(checked -> new WebhookGateway(checked, client))
                .orElse(SmsGateway::refusing);
    }

    private static Configured<WebhookOptions> configure(Map<String, String> options, Destination.Resolver resolver) {
        Map<String, String> all = new HashMap<>(Map.of(
                "url", url("/send"),
                "headers", "{\"Authorization\":\"Bearer ${vault.token}\"}",
                "body", "{\"to\":\"{to}\",\"text\":\"{text}\"}",
                "allow-private-addresses", "true"));
        all.putAll(options);
        return WebhookOptions.of(
                new GatewayOptions("webhook", all::get),
                key -> Optional.ofNullable(Map.of("token", SECRET).get(key)),
                resolver);
    }

    private static String url(String path) {
        return "http://localhost:" + VENDOR.port() + path;
    }

    private static InetAddress[] addresses(String... addresses) throws UnknownHostException {
        InetAddress[] all = new InetAddress[addresses.length];
        for (int i = 0; i < addresses.length; i++) {
            all[i] = InetAddress.getByName(addresses[i]);
        }
        return all;
    }

    private static SmsMessage message() {
        return new SmsMessage("acme", new PhoneNumber("+46701740605"), "Acme", "493817 är din kod");
    }
}
