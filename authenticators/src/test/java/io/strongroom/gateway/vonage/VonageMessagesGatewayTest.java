package io.strongroom.gateway.vonage;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static io.strongroom.gateway.vonage.VonageGateways.NUMBER;
import static io.strongroom.gateway.vonage.VonageGateways.message;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.auth0.jwt.JWT;
import com.auth0.jwt.algorithms.Algorithm;
import com.auth0.jwt.interfaces.DecodedJWT;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import io.strongroom.gateway.SendResult.Accepted;
import io.strongroom.gateway.SendResult.Misconfigured;
import io.strongroom.gateway.SendResult.NotSent;
import io.strongroom.gateway.SendResult.NumberRejected;
import java.security.interfaces.RSAPublicKey;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The gateway vonage-messages")
class VonageMessagesGatewayTest {

    @RegisterExtension
    static final FakeVonage VONAGE = new FakeVonage();

    private final VonageGateways vonage = VONAGE.gateways(VonageApi.MESSAGES);

    @Test
    @DisplayName("reports HTTP 202 with a message id as accepted, after exactly one request")
    void accepted() {
        vonage.answers(vonage.api().accepted());

        assertEquals(new Accepted("message id 11111111-2222-4333-8444-555555555555"), vonage.send());
        VONAGE.server().verify(1, anyRequestedFor(anyUrl()));
    }

    @Test
    @DisplayName("sends number, sender and text with a token signed by the application's key")
    void token() {
        vonage.answers(vonage.api().accepted());
        vonage.send();

        VONAGE.server().verify(postRequestedFor(urlEqualTo("/v1/messages")).withRequestBody(equalToJson("""
                {"message_type":"text","channel":"sms","to":"46701740605","from":"Acme",
                 "text":"493817 is your code","sms":{"encoding_type":"text"}}""")));
        DecodedJWT token = JWT.require(Algorithm.RSA256((RSAPublicKey) TestApplication.KEYS.getPublic(), null))
                .build()
                .verify(vonage.authorization().substring("Bearer ".length()));
        assertEquals(TestApplication.ID, token.getClaim("application_id").asString());
    }

    @ParameterizedTest(name = "reports HTTP 422 with code {0} as number rejected")
    @ValueSource(strings = {"1040", "1050", "1170", "1240", "1430"})
    void numberRejected(String code) {
        vonage.answers(problem(code, "Invalid number"));

        assertEquals(new NumberRejected("HTTP 422 " + code + " Invalid number"), vonage.send());
    }

    @Test
    @DisplayName("reports HTTP 422 that names the recipient as number rejected")
    void recipientNamed() {
        vonage.answers(aResponse().withStatus(422).withBody("""
                {"type":"https://developer.vonage.com/api-errors/messages#1020","title":"Invalid params",
                 "invalid_parameters":[{"name":"to","reason":"expected a number"}]}"""));

        assertInstanceOf(NumberRejected.class, vonage.send());
    }

    @ParameterizedTest(name = "reports HTTP 422 with code {0} as not sent")
    @ValueSource(strings = {"1000", "1030", "1100"})
    void notSent(String code) {
        vonage.answers(problem(code, "Throttled"));

        assertEquals(new NotSent("HTTP 422 " + code + " Throttled"), vonage.send());
    }

    @ParameterizedTest(name = "reports HTTP 422 with code {0} as misconfigured")
    @ValueSource(strings = {"1010", "1020", "1060", "1070", "1080", "1090", "1120", "1140", "1160", "9999"})
    void misconfigured(String code) {
        vonage.answers(problem(code, "Invalid sender"));

        assertEquals(new Misconfigured("HTTP 422 " + code + " Invalid sender"), vonage.send());
    }

    @Test
    @DisplayName("reports HTTP 429 as not sent, whatever the code")
    void throttled() {
        vonage.answers(problem("1120", "Rate limit").withStatus(429));

        assertEquals(new NotSent("HTTP 429"), vonage.send());
    }

    @ParameterizedTest(name = "security 30: does not accept HTTP 422 with {0} and gives the reason in one line")
    @ValueSource(
            strings = {
                "{}",
                "null",
                "{\"type\":null,\"title\":null}",
                "{\"title\":\"a\\r\\nb 46701740605\"}",
                "{\"type\":\"no fragment\",\"title\":\"x\"}",
                "{\"type\":\"https://x.example#\\u000a1\"}",
                "{\"invalid_parameters\":[null,\"to\",{\"name\":null}]}",
                "{\"invalid_parameters\":\"to\"}"
            })
    void unexpectedProblem(String body) {
        vonage.answers(aResponse().withStatus(422).withBody(body));

        String reason = vonage.send().reason();

        assertTrue(reason.matches("[\\x20-\\x7E]+") && !reason.contains(NUMBER), reason);
    }

    @ParameterizedTest(name = "X14 sends \"{0}\" as {1}")
    @CsvSource({
        "493817 は認証コードです,unicode",
        "493817 – 🔑,unicode",
        "'493817 ist Ihr Code für Übung, 5 €',text",
        "493817 är din kod,text"
    })
    void encoding(String text, String encoding) {
        vonage.answers(vonage.api().accepted());
        vonage.gateway(Map.of()).send(message("Acme", text));

        VONAGE.server()
                .verify(postRequestedFor(anyUrl())
                        .withRequestBody(matchingJsonPath("$.text", WireMock.equalTo(text)))
                        .withRequestBody(matchingJsonPath("$.sms.encoding_type", WireMock.equalTo(encoding))));
    }

    @Test
    @DisplayName("C16 does not let a text add fields to the request")
    void injection() {
        vonage.answers(vonage.api().accepted());
        String text = "1\",\"to\":\"46700000000\",\"x\":\"\r\n\\u0022";
        vonage.gateway(Map.of()).send(message("Acme\",\"to\":\"1", text));

        VONAGE.server()
                .verify(postRequestedFor(anyUrl())
                        .withRequestBody(matchingJsonPath("$.to", WireMock.equalTo(NUMBER)))
                        .withRequestBody(matchingJsonPath("$.from", WireMock.equalTo("Acme\",\"to\":\"1")))
                        .withRequestBody(matchingJsonPath("$.text", WireMock.equalTo(text))));
    }

    @Test
    @DisplayName("does not send a text that Vonage would reject and reports it as misconfigured")
    void tooLongText() {
        assertInstanceOf(Misconfigured.class, vonage.gateway(Map.of()).send(message("Acme", "x".repeat(1001))));
        VONAGE.server().verify(0, anyRequestedFor(anyUrl()));
    }

    private static ResponseDefinitionBuilder problem(String code, String title) {
        return aResponse()
                .withStatus(422)
                .withHeader("Content-Type", "application/problem+json")
                .withBody("{\"type\":\"https://developer.vonage.com/api-errors/messages#" + code + "\",\"title\":\""
                        + title + "\",\"detail\":\"of " + NUMBER
                        + "\",\"instance\":\"bf0ca0bf927b3b52e3cb03217e1a1ddf\"}");
    }
}
