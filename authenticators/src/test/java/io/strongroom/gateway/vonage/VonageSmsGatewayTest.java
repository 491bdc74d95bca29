package io.strongroom.gateway.vonage;

import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.notMatching;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static io.strongroom.gateway.vonage.VonageApi.ok;
import static io.strongroom.gateway.vonage.VonageGateways.CODE_TEXT;
import static io.strongroom.gateway.vonage.VonageGateways.NUMBER;
import static io.strongroom.gateway.vonage.VonageGateways.SECRET;
import static io.strongroom.gateway.vonage.VonageGateways.message;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.tomakehurst.wiremock.client.BasicCredentials;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import io.strongroom.gateway.SendResult.Accepted;
import io.strongroom.gateway.SendResult.Misconfigured;
import io.strongroom.gateway.SendResult.NotSent;
import io.strongroom.gateway.SendResult.NumberRejected;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The gateway vonage-sms")
class VonageSmsGatewayTest {

    @RegisterExtension
    static final FakeVonage VONAGE = new FakeVonage();

    private final VonageGateways vonage = VONAGE.gateways(VonageApi.SMS);

    @Test
    @DisplayName("reports status 0 as accepted, after exactly one request")
    void accepted() {
        vonage.answers(messages("0"));

        assertEquals(new Accepted("message id id-0"), vonage.send());
        VONAGE.server().verify(1, anyRequestedFor(anyUrl()));
    }

    @Test
    @DisplayName("reports a long text sent in two messages as accepted")
    void acceptedInTwo() {
        vonage.answers(messages("0", "0"));

        assertInstanceOf(Accepted.class, vonage.send());
    }

    @ParameterizedTest(name = "reports status {0} as not sent")
    @ValueSource(strings = {"1", "5", "10"})
    void notSent(String status) {
        vonage.answers(messages(status));

        NotSent result = assertInstanceOf(NotSent.class, vonage.send());
        assertTrue(result.reason().contains("status " + status + " "), result.reason());
    }

    @ParameterizedTest(name = "reports status {0} as misconfigured")
    @ValueSource(strings = {"4", "8", "9", "11", "14", "15", "29", "32"})
    void misconfigured(String status) {
        vonage.answers(messages(status));

        Misconfigured result = assertInstanceOf(Misconfigured.class, vonage.send());
        assertTrue(result.reason().contains("status " + status + " "), result.reason());
    }

    @ParameterizedTest(name = "reports status {0} as number rejected")
    @ValueSource(strings = {"6", "7", "33"})
    void numberRejected(String status) {
        vonage.answers(messages(status));

        assertInstanceOf(NumberRejected.class, vonage.send());
    }

    @ParameterizedTest(name = "reports status {0}, which only a bug in the gateway causes, as misconfigured")
    @ValueSource(strings = {"2", "3", "12"})
    void gatewayBug(String status) {
        vonage.answers(messages(status));

        assertInstanceOf(Misconfigured.class, vonage.send());
    }

    @ParameterizedTest(name = "does not accept unknown status {0}")
    @ValueSource(strings = {"99", "-1", "zero", "0x0"})
    void unknownStatus(String status) {
        vonage.answers(messages(status));

        assertFalse(vonage.send() instanceof Accepted);
    }

    @ParameterizedTest(name = "does not accept a text if one of several messages failed ({0})")
    @ValueSource(strings = {"0,1", "1,0", "0,0,5", "0,6"})
    void oneFailed(String statuses) {
        vonage.answers(messages(statuses.split(",")));

        assertFalse(vonage.send() instanceof Accepted);
    }

    @Test
    @DisplayName("sends number, sender and text, and the secret only in a header")
    void request() {
        vonage.answers(messages("0"));
        vonage.send();

        VONAGE.server()
                .verify(postRequestedFor(urlEqualTo("/sms/json"))
                        .withFormParam("to", equalTo(NUMBER))
                        .withFormParam("from", equalTo("Acme"))
                        .withFormParam("text", equalTo(CODE_TEXT))
                        .withFormParam("type", equalTo("text"))
                        .withBasicAuth(new BasicCredentials("key", SECRET))
                        .withRequestBody(notMatching(".*" + SECRET + ".*")));
    }

    @Test
    @DisplayName("takes key and secret from the vault")
    void vault() {
        vonage.answers(messages("0"));
        vonage.gateway(Map.of("api-secret", "${vault.api-secret}")).send(message());

        VONAGE.server()
                .verify(postRequestedFor(urlEqualTo("/sms/json")).withBasicAuth(new BasicCredentials("key", SECRET)));
    }

    @ParameterizedTest(name = "X14 sends \"{0}\" unchanged, as Unicode")
    @ValueSource(strings = {"493817 ç", "493817 は認証コードです", "493817 – 🔑", "493817 هو رمزك"})
    void unicode(String text) {
        vonage.answers(messages("0"));
        vonage.gateway(Map.of()).send(message("Acme", text));

        VONAGE.server()
                .verify(postRequestedFor(urlEqualTo("/sms/json"))
                        .withFormParam("text", equalTo(text))
                        .withFormParam("type", equalTo("unicode")));
    }

    /** Relies on Vonage's guide on encoding: type "text" carries the whole GSM 7-bit alphabet, not ASCII alone. */
    @ParameterizedTest(
            name =
                    "X14 does not send \"{0}\" as Unicode, which would halve the length, because it fits in the GSM alphabet")
    @ValueSource(strings = {"493817 är din kod", "493817 ist Ihr Code für Übung, 5 €", "@login.example.com #493817"})
    void gsm(String text) {
        vonage.answers(messages("0"));
        vonage.gateway(Map.of()).send(message("Acme", text));

        VONAGE.server()
                .verify(postRequestedFor(urlEqualTo("/sms/json"))
                        .withFormParam("text", equalTo(text))
                        .withFormParam("type", equalTo("text")));
    }

    @Test
    @DisplayName("C16 does not let a text add parameters to the request")
    void injection() {
        vonage.answers(messages("0"));
        String text = "1&to=46700000000&callback=http://evil.example\r\nX-Header: 1";
        vonage.gateway(Map.of()).send(message("Acme&to=1", text));

        VONAGE.server()
                .verify(postRequestedFor(urlEqualTo("/sms/json"))
                        .withFormParam("to", equalTo(NUMBER))
                        .withFormParam("from", equalTo("Acme&to=1"))
                        .withFormParam("text", equalTo(text))
                        .withFormParam("callback", absent()));
    }

    @Test
    @DisplayName("X9 reports a fault that names the missing option without key or secret")
    void incomplete() {
        assertTrue(vonage.only(Map.of("api-secret", SECRET))
                .fault()
                .orElseThrow()
                .contains("api-key of vonage is not set"));
        assertTrue(vonage.only(Map.of("api-key", "key"))
                .fault()
                .orElseThrow()
                .contains("api-secret of vonage is not set"));
        assertInstanceOf(
                Misconfigured.class, vonage.gateway(Map.of("api-secret", " ")).send(message()));
        VONAGE.server().verify(0, anyRequestedFor(anyUrl()));
    }

    private static ResponseDefinitionBuilder messages(String... statuses) {
        String messages = Stream.of(statuses).map(VonageSmsGatewayTest::part).collect(Collectors.joining(","));
        return ok("{\"message-count\":\"" + statuses.length + "\",\"messages\":[" + messages + "]}");
    }

    private static String part(String status) {
        return "{\"to\":\"" + NUMBER + "\",\"message-id\":\"id-" + status + "\",\"status\":\"" + status
                + "\",\"remaining-balance\":\"1.00\",\"message-price\":\"0.05\",\"network\":\"24001\",\"error-text\":\"text\"}";
    }
}
