package io.strongroom.gateway.vonage;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.notMatching;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.BasicCredentials;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import io.strongroom.gateway.PooledClient;
import io.strongroom.gateway.SendResult;
import io.strongroom.gateway.SendResult.Accepted;
import io.strongroom.gateway.SendResult.Misconfigured;
import io.strongroom.gateway.SendResult.NumberRejected;
import io.strongroom.gateway.SendResult.TryLater;
import io.strongroom.gateway.SendResult.Unknown;
import io.strongroom.gateway.SmsMessage;
import io.strongroom.gateway.TricklingServer;
import io.strongroom.phone.PhoneNumber;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Gateway vonage-sms")
class VonageSmsGatewayTest {

    private static final String SECRET = "s3cr3t-of-the-account";
    private static final String CODE_TEXT = "493817 is your code";
    private static final String NUMBER = "46701740605";
    private static final Duration LONG = Duration.ofSeconds(5);
    private static final Duration SHORT = Duration.ofMillis(200);

    private static final WireMockServer VONAGE = new WireMockServer(options().dynamicPort());

    /** Kept here, or its setting is forgotten. */
    private static final Logger SDK_LOGGER = Logger.getLogger("com.vonage");

    private PooledClient keycloak;

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

    @Test
    @DisplayName("status 0: accepted, and asked exactly once")
    void accepted() {
        answer(ok("{\"message-count\":\"1\",\"messages\":[" + message("0") + "]}"));

        assertEquals(new Accepted("message id id-0"), send());
        VONAGE.verify(1, anyRequestedFor(anyUrl()));
    }

    @Test
    @DisplayName("a long text that left in two messages: accepted")
    void acceptedInTwo() {
        answer(messages("0", "0"));

        assertInstanceOf(Accepted.class, send());
    }

    @ParameterizedTest(name = "status {0}: to be tried later")
    @ValueSource(strings = {"1", "5", "10"})
    void tryLater(String status) {
        answer(messages(status));

        TryLater result = assertInstanceOf(TryLater.class, send());
        assertTrue(result.reason().contains("status " + status + " "), result.reason());
    }

    @ParameterizedTest(name = "status {0}: an administrator has to mend something")
    @ValueSource(strings = {"4", "8", "9", "11", "14", "15", "29", "32"})
    void misconfigured(String status) {
        answer(messages(status));

        Misconfigured result = assertInstanceOf(Misconfigured.class, send());
        assertTrue(result.reason().contains("status " + status + " "), result.reason());
    }

    @ParameterizedTest(name = "status {0}: the number is at fault")
    @ValueSource(strings = {"6", "7", "33"})
    void numberRejected(String status) {
        answer(messages(status));

        assertInstanceOf(NumberRejected.class, send());
    }

    @ParameterizedTest(name = "status {0}, a bug of ours: said so, not accepted")
    @ValueSource(strings = {"2", "3", "12"})
    void ourBug(String status) {
        answer(messages(status));

        assertInstanceOf(Misconfigured.class, send());
    }

    @ParameterizedTest(name = "status {0}, which nobody knows: not accepted")
    @ValueSource(strings = {"99", "-1", "zero", "0x0"})
    void unknownStatus(String status) {
        answer(messages(status));

        assertFalse(send() instanceof Accepted);
    }

    @ParameterizedTest(name = "of several messages one failed ({0}): not accepted")
    @ValueSource(strings = {"0,1", "1,0", "0,0,5", "0,6"})
    void oneFailed(String statuses) {
        answer(messages(statuses.split(",")));

        assertFalse(send() instanceof Accepted);
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
                "<html>It works!</html>",
                "\u0000\u0001\u0002"
            })
    void strangeAnswers(String body) {
        answer(ok(body));

        assertFalse(send() instanceof Accepted);
        VONAGE.verify(1, anyRequestedFor(anyUrl()));
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

    @ParameterizedTest(name = "HTTP {0} with a good-looking body: not accepted")
    @ValueSource(ints = {301, 400, 404, 500})
    void goodLookingBody(int status) {
        answer(messages("0").withStatus(status));

        assertFalse(send() instanceof Accepted);
    }

    @Test
    @DisplayName("security 27: HTTP 302 without Location: not accepted")
    void redirectToNowhere() {
        answer(aResponse().withStatus(302));

        assertFalse(send() instanceof Accepted);
        VONAGE.verify(1, anyRequestedFor(anyUrl()));
    }

    @Test
    @DisplayName("security 27: HTTP 302 with Location: not followed, not accepted")
    void redirect() {
        VONAGE.stubFor(post("/elsewhere").willReturn(messages("0")));
        VONAGE.stubFor(get("/elsewhere").willReturn(messages("0")));
        answer(aResponse().withStatus(302).withHeader("Location", VONAGE.baseUrl() + "/elsewhere"));

        assertFalse(send() instanceof Accepted);
        VONAGE.verify(0, anyRequestedFor(urlEqualTo("/elsewhere")));
    }

    @Test
    @DisplayName("security 27: no answer in time: unknown, and never sent again")
    void readTimeout() {
        answer(messages("0").withFixedDelay(1000));

        assertInstanceOf(Unknown.class, gateway(SHORT).send(message()));
        VONAGE.verify(1, anyRequestedFor(anyUrl()));
    }

    @Test
    @DisplayName("security 27: an answer that trickles in: unknown, at the deadline")
    void trickling() throws IOException {
        try (TricklingServer trickling = new TricklingServer()) {
            VonageOptions options =
                    new VonageOptions("key", SECRET, trickling.uri().toString(), SHORT);
            VonageSmsGateway gateway = new VonageSmsGateway(options, keycloak.http());

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
        VonageOptions options = new VonageOptions("key", SECRET, "http://127.0.0.1:" + port, LONG);

        assertInstanceOf(TryLater.class, new VonageSmsGateway(options, keycloak.http()).send(message()));
    }

    @Test
    @DisplayName("security 27: an answer over 64 KiB: not accepted, whatever it says")
    void tooLong() {
        answer(ok("{\"message-count\":\"1\",\"messages\":[" + message("0") + "]}" + " ".repeat(64 * 1024)));

        assertInstanceOf(Unknown.class, send());
    }

    @Test
    @DisplayName("sends number, sender and text, and the secret in a header only")
    void request() {
        answer(messages("0"));
        send();

        VONAGE.verify(postRequestedFor(urlEqualTo("/sms/json"))
                .withFormParam("to", equalTo(NUMBER))
                .withFormParam("from", equalTo("Acme"))
                .withFormParam("text", equalTo(CODE_TEXT))
                .withFormParam("type", equalTo("text"))
                .withBasicAuth(new BasicCredentials("key", SECRET))
                .withRequestBody(notMatching(".*" + SECRET + ".*")));
    }

    @ParameterizedTest(name = "X14 \"{0}\" arrives as it was written")
    @ValueSource(strings = {"493817 är din kod", "493817 は認証コードです", "493817 – 🔑", "493817 هو رمزك"})
    void unicode(String text) {
        answer(messages("0"));
        gateway(LONG).send(new SmsMessage("acme", new PhoneNumber("+" + NUMBER), "Acme", text));

        VONAGE.verify(postRequestedFor(urlEqualTo("/sms/json"))
                .withFormParam("text", equalTo(text))
                .withFormParam("type", equalTo("unicode")));
    }

    @Test
    @DisplayName("C16 a text cannot add parameters to the request")
    void injection() {
        answer(messages("0"));
        String text = "1&to=46700000000&callback=http://evil.example\r\nX-Header: 1";
        gateway(LONG).send(new SmsMessage("acme", new PhoneNumber("+" + NUMBER), "Acme&to=1", text));

        VONAGE.verify(postRequestedFor(urlEqualTo("/sms/json"))
                .withFormParam("to", equalTo(NUMBER))
                .withFormParam("from", equalTo("Acme&to=1"))
                .withFormParam("text", equalTo(text))
                .withFormParam("callback", absent()));
    }

    @ParameterizedTest(name = "security 27: base-uri {0}: an administrator has to mend it, and nothing is sent")
    @ValueSource(strings = {"http://192.0.2.1:8080", "ftp://127.0.0.1"})
    void unsafeBaseUri(String uri) {
        VonageOptions options = new VonageOptions("key", SECRET, uri, SHORT);

        assertInstanceOf(Misconfigured.class, new VonageSmsGateway(options, keycloak.http()).send(message()));
    }

    @Test
    @DisplayName("without key and secret: an administrator has to mend it, and nothing is sent")
    void noSecret() {
        VonageOptions options = new VonageOptions(null, null, VONAGE.baseUrl(), LONG);

        assertInstanceOf(Misconfigured.class, new VonageSmsGateway(options, keycloak.http()).send(message()));
        VONAGE.verify(0, anyRequestedFor(anyUrl()));
    }

    @Test
    @DisplayName("security 6: the SDK would log the secret at FINEST; with the gateway in place it does not")
    void nothingSecretIsLogged() {
        unpinLoggers();
        answer(messages("0"));
        try (CapturedLog log = new CapturedLog("com.vonage.client")) {
            send();

            assertTrue(
                    log.text().contains("Authorization: Basic "),
                    "if the SDK does not log it any more, the pin can go");
        }

        new VonageSmsGatewayFactory().postInit(null);

        try (CapturedLog log = new CapturedLog("com.vonage")) {
            send();
            answer(aResponse().withStatus(500).withBody("no"));
            send();
            answer(aResponse().withFault(Fault.EMPTY_RESPONSE));
            send();
            assertSecretFree(log.text());
        }
    }

    @Test
    @DisplayName(
            "security 6: the server's HTTP client would write what is sent at DEBUG; with the gateway in place it does not")
    void nothingSecretOnTheWire() {
        unpinLoggers();
        answer(messages("0"));
        try (CapturedLog log = new CapturedLog("org.apache.http")) {
            send();

            assertTrue(
                    log.text().contains("Authorization: Basic "),
                    "if the client does not write it any more, the pins can go");
        }

        new VonageSmsGatewayFactory().postInit(null);

        try (CapturedLog log = new CapturedLog("org.apache.http")) {
            send();
            assertSecretFree(log.text());
        }
    }

    @Test
    @DisplayName("security 6, 19: no outcome says text, secret or number")
    void nothingSecretInReasons() {
        String reasons = Stream.of(
                        messages("0"),
                        messages("6"),
                        messages("4"),
                        ok(""),
                        ok("{"),
                        aResponse().withStatus(401).withBody(SECRET),
                        aResponse().withFault(Fault.EMPTY_RESPONSE))
                .map(response -> {
                    answer(response);
                    return send().reason();
                })
                .collect(Collectors.joining("\n"));

        assertEquals(7, reasons.lines().count());
        assertSecretFree(reasons);
    }

    private static void assertSecretFree(String text) {
        for (String secret : new String[] {"493817", SECRET, NUMBER, "Basic "}) {
            assertFalse(text.contains(secret), text);
        }
    }

    /** As before a gateway was in place, whichever test came before. */
    private static void unpinLoggers() {
        Stream.of(
                        "com.vonage.client",
                        "com.vonage.client.AbstractMethod",
                        "org.apache.http.wire",
                        "org.apache.http.headers")
                .forEach(name -> Logger.getLogger(name).setLevel(null));
    }

    private SendResult send() {
        return gateway(LONG).send(message());
    }

    private VonageSmsGateway gateway(Duration timeout) {
        VonageOptions options = new VonageOptions("key", SECRET, VONAGE.baseUrl(), timeout);
        return new VonageSmsGateway(options, keycloak.http());
    }

    private static SmsMessage message() {
        return new SmsMessage("acme", new PhoneNumber("+" + NUMBER), "Acme", CODE_TEXT);
    }

    private static void answer(ResponseDefinitionBuilder response) {
        VONAGE.stubFor(post("/sms/json").willReturn(response));
    }

    private static ResponseDefinitionBuilder ok(String body) {
        return aResponse()
                .withStatus(200)
                .withHeader("Content-Type", "application/json")
                .withBody(body);
    }

    private static ResponseDefinitionBuilder messages(String... statuses) {
        String messages = Stream.of(statuses).map(VonageSmsGatewayTest::message).collect(Collectors.joining(","));
        return ok("{\"message-count\":\"" + statuses.length + "\",\"messages\":[" + messages + "]}");
    }

    private static String message(String status) {
        return "{\"to\":\"" + NUMBER + "\",\"message-id\":\"id-" + status + "\",\"status\":\"" + status
                + "\",\"remaining-balance\":\"1.00\",\"message-price\":\"0.05\",\"network\":\"24001\",\"error-text\":\"text\"}";
    }
}
