package io.strongroom.gateway.vonage;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
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
import io.strongroom.gateway.SmsGatewayFactory;
import io.strongroom.gateway.SmsMessage;
import io.strongroom.gateway.TricklingServer;
import io.strongroom.gateway.Vault;
import io.strongroom.phone.PhoneNumber;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.http.impl.client.CloseableHttpClient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for both of Vonage's APIs: how its bad days are taken, and what nobody may learn. */
abstract class VonageGatewayRules {

    static final String SECRET = "s3cr3t-of-the-account";
    static final String CODE_TEXT = "493817 is your code";
    static final String NUMBER = "46701740605";

    static final WireMockServer VONAGE = new WireMockServer(options().dynamicPort());

    /** Kept here, or its setting is forgotten. */
    private static final Logger SDK_LOGGER = Logger.getLogger("com.vonage");

    private PooledClient keycloak;

    abstract String path();

    /** How Vonage says that it took the message. */
    abstract ResponseDefinitionBuilder taken();

    abstract Map<String, String> credentials();

    abstract Configured<SmsGateway> configure(GatewayOptions options, Vault vault, CloseableHttpClient client);

    abstract SmsGatewayFactory factory();

    @BeforeAll
    static void start() {
        SDK_LOGGER.setUseParentHandlers(false); // what the SDK says of the failures provoked here
        VONAGE.start();
    }

    @AfterAll
    static void stop() {
        VONAGE.stop();
        SDK_LOGGER.setUseParentHandlers(true);
    }

    @BeforeEach
    void newPool() {
        VONAGE.resetAll();
        keycloak = new PooledClient();
    }

    /** Part of every test: a vendor must not empty the pool that all of Keycloak shares. */
    @AfterEach
    void nothingLeased() throws IOException {
        int leased = keycloak.leased();
        keycloak.close();
        assertEquals(0, leased, "connections taken from Keycloak's pool and not given back");
    }

    @ParameterizedTest(name = "security 28: HTTP 200 with {0}: not accepted")
    @ValueSource(
            strings = {
                "",
                "null",
                "{}",
                "[]",
                "\"ok\"",
                "{\"message-count\":\"1\"}",
                "{\"message-count\":\"1\",\"messages\":null}",
                "{\"message-count\":\"0\",\"messages\":[]}",
                "{\"message-count\":\"1\",\"messages\":[null]}",
                "{\"message-count\":\"1\",\"messages\":[{}]}",
                "{\"message-count\":\"1\",\"messages\":{\"status\":\"0\"}}",
                "{\"message-count\":\"1\",\"messages\":[{\"status\":null}]}",
                "{\"message-count\":\"1\",\"messages\":[{\"status\":\"0\"",
                "{\"message_uuid\":null}",
                "{\"message_uuid\":\"\"}",
                "{\"message_uuid\":\"no id\"}",
                "{\"message_uuid\":\"aaaaaaaa-bbbb-4ccc-8ddd-0123456789ab\"",
                "{\"workflow_id\":\"1\"}",
                "<html>It works!</html>",
                "\u0000\u0001\u0002"
            })
    void strangeAnswers(String body) {
        answer(ok(body));

        assertFalse(send() instanceof Accepted);
        VONAGE.verify(1, anyRequestedFor(anyUrl()));
    }

    @Test
    @DisplayName("security 28: HTTP 200 and 202 without a body at all: not accepted")
    void nothing() {
        answer(aResponse().withStatus(200));
        assertFalse(send() instanceof Accepted);
        answer(aResponse().withStatus(202));
        assertFalse(send() instanceof Accepted);
        answer(aResponse().withStatus(204));
        assertFalse(send() instanceof Accepted);
    }

    @ParameterizedTest(name = "HTTP {0}: an administrator has to mend something")
    @ValueSource(ints = {401, 402, 403})
    void refused(int status) {
        answer(aResponse().withStatus(status).withBody("no"));

        assertEquals(new Misconfigured("HTTP " + status), send());
    }

    @ParameterizedTest(name = "HTTP {0}: to be tried later")
    @ValueSource(ints = {429, 500, 502, 503})
    void overloaded(int status) {
        answer(aResponse().withStatus(status).withBody("no"));

        assertEquals(new TryLater("HTTP " + status), send());
        VONAGE.verify(1, anyRequestedFor(anyUrl()));
    }

    @ParameterizedTest(name = "HTTP {0} without a body: not accepted")
    @ValueSource(ints = {401, 404, 429, 500})
    void statusAlone(int status) {
        answer(aResponse().withStatus(status));

        assertFalse(send() instanceof Accepted);
    }

    @ParameterizedTest(name = "HTTP {0} with a good-looking body: not accepted")
    @ValueSource(ints = {301, 400, 404, 422, 500})
    void goodLookingBody(int status) {
        answer(taken().withStatus(status));

        assertFalse(send() instanceof Accepted);
    }

    @Test
    @DisplayName("security 27: HTTP 302 without Location: not accepted")
    void redirectToNowhere() {
        answer(taken().withStatus(302));

        assertFalse(send() instanceof Accepted);
        VONAGE.verify(1, anyRequestedFor(anyUrl()));
    }

    @Test
    @DisplayName("security 27: HTTP 302 with Location: not followed, not accepted")
    void redirect() {
        VONAGE.stubFor(any(urlEqualTo("/elsewhere")).willReturn(taken()));
        answer(aResponse().withStatus(302).withHeader("Location", VONAGE.baseUrl() + "/elsewhere"));

        assertFalse(send() instanceof Accepted);
        VONAGE.verify(0, anyRequestedFor(urlEqualTo("/elsewhere")));
    }

    @Test
    @DisplayName("security 27: no answer in time: unknown, and never sent again")
    void readTimeout() {
        try (SlowVendor slow = new SlowVendor(1000)) {
            SmsGateway gateway = gateway(Map.of("base-uri", slow.uri(), "timeout-millis", "200"));

            assertInstanceOf(Unknown.class, gateway.send(message()));
            assertTrue(slow.calls() <= 1);
        }
    }

    @Test
    @DisplayName("security 27: an answer that trickles in: unknown, at the deadline")
    void trickling() throws IOException {
        try (TricklingServer trickling = new TricklingServer()) {
            SmsGateway gateway = gateway(Map.of("base-uri", trickling.uri().toString(), "timeout-millis", "200"));

            SendResult result = assertTimeoutPreemptively(Duration.ofSeconds(2), () -> gateway.send(message()));

            assertEquals(new Unknown("DeadlineException"), result);
            assertEquals(1, trickling.calls());
        }
    }

    @ParameterizedTest(name = "security 27: a connection that breaks ({0}): unknown, and never sent again")
    @EnumSource(Fault.class)
    void broken(Fault fault) {
        answer(aResponse().withFault(fault));

        assertInstanceOf(Unknown.class, send());
        VONAGE.verify(1, anyRequestedFor(anyUrl()));
    }

    @Test
    @DisplayName("nobody listens: to be tried later, because nothing was sent")
    void connectionRefused() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }

        assertInstanceOf(
                TryLater.class,
                gateway(Map.of("base-uri", "http://127.0.0.1:" + port)).send(message()));
    }

    @Test
    @DisplayName("security 27: an answer over 64 KiB: not accepted, whatever it says")
    void tooLong() {
        String body = taken().build().getBody();
        answer(ok(body + " ".repeat(64 * 1024)));

        assertInstanceOf(Unknown.class, send());
    }

    @ParameterizedTest(name = "security 27: base-uri {0}: an administrator has to mend it, and nothing is sent")
    @ValueSource(strings = {"http://192.0.2.1:8080", "ftp://127.0.0.1"})
    void unsafeBaseUri(String uri) {
        assertInstanceOf(Misconfigured.class, gateway(Map.of("base-uri", uri)).send(message()));
    }

    @Test
    @DisplayName(
            "security 28: a secret that the vault does not have: an administrator has to mend it, and nothing is sent")
    void unresolvedSecret() {
        answer(taken());
        credentials().keySet().stream()
                .filter(option -> !option.endsWith("-path"))
                .forEach(option -> {
                    SendResult result =
                            gateway(Map.of(option, "${vault.missing}")).send(message());

                    assertTrue(
                            assertInstanceOf(Misconfigured.class, result)
                                    .reason()
                                    .contains("${vault.missing}"),
                            result::toString);
                });
        VONAGE.verify(0, anyRequestedFor(anyUrl()));
    }

    @Test
    @DisplayName("security 6: the SDK would log the secret at FINEST; with the gateway in place it does not")
    void nothingSecretIsLogged() {
        answer(taken());
        try (CapturedLog log = new CapturedLog("com.vonage.client")) {
            Logger.getLogger("com.vonage.client.AbstractMethod").setLevel(null);
            send();

            assertTrue(log.text().contains("Authorization: "), "if the SDK does not log it any more, the pin can go");
        }

        factory().postInit(null);

        try (CapturedLog log = new CapturedLog("com.vonage")) {
            send();
            answer(aResponse().withStatus(500).withBody("no"));
            send();
            answer(aResponse()
                    .withStatus(422)
                    .withBody("{\"title\":\"" + SECRET + "\",\"detail\":\"" + NUMBER + "\"}"));
            send();
            answer(aResponse().withFault(Fault.EMPTY_RESPONSE));
            send();
            assertEquals("", log.text());
        }
    }

    @Test
    @DisplayName("security 6, 19: no outcome says text, secret or number")
    void nothingSecretInReasons() {
        String reasons = Stream.of(
                        taken(),
                        ok(""),
                        ok("{"),
                        aResponse().withStatus(401).withBody(SECRET),
                        aResponse()
                                .withStatus(422)
                                .withBody("{\"title\":\"" + NUMBER + "\",\"detail\":\"" + SECRET + "\"}"),
                        aResponse().withFault(Fault.EMPTY_RESPONSE))
                .map(response -> {
                    answer(response);
                    return send().reason();
                })
                .collect(Collectors.joining("\n"));

        assertEquals(6, reasons.lines().count());
        for (String secret : new String[] {"493817", SECRET, NUMBER, "Basic ", "Bearer "}) {
            assertFalse(reasons.contains(secret), reasons);
        }
    }

    final SendResult send() {
        return gateway(Map.of()).send(message());
    }

    /** With these options besides those that are needed. */
    final SmsGateway gateway(Map<String, String> options) {
        Map<String, String> all = new HashMap<>(credentials());
        all.put("base-uri", VONAGE.baseUrl());
        all.putAll(options);
        return only(all).orElse(SmsGateway::refusing);
    }

    /** With these options only; the vault has one secret. */
    final Configured<SmsGateway> only(Map<String, String> options) {
        Vault vault = key -> Optional.ofNullable(Map.of("api-secret", SECRET).get(key));
        return configure(new GatewayOptions("vonage", options::get), vault, keycloak.http());
    }

    static SmsMessage message() {
        return message("Acme", CODE_TEXT);
    }

    static SmsMessage message(String sender, String text) {
        return new SmsMessage("acme", new PhoneNumber("+" + NUMBER), sender, text);
    }

    final void answer(ResponseDefinitionBuilder response) {
        VONAGE.stubFor(post(path()).willReturn(response));
    }

    static ResponseDefinitionBuilder ok(String body) {
        return aResponse()
                .withStatus(200)
                .withHeader("Content-Type", "application/json")
                .withBody(body);
    }
}
