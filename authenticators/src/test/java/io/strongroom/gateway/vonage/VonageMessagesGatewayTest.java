package io.strongroom.gateway.vonage;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.auth0.jwt.JWT;
import com.auth0.jwt.algorithms.Algorithm;
import com.auth0.jwt.interfaces.DecodedJWT;
import com.github.tomakehurst.wiremock.client.BasicCredentials;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import io.strongroom.gateway.Configured;
import io.strongroom.gateway.GatewayOptions;
import io.strongroom.gateway.SendResult.Accepted;
import io.strongroom.gateway.SendResult.Misconfigured;
import io.strongroom.gateway.SendResult.NumberRejected;
import io.strongroom.gateway.SendResult.TryLater;
import io.strongroom.gateway.SmsGateway;
import io.strongroom.gateway.SmsGatewayFactory;
import io.strongroom.gateway.Vault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPublicKey;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.apache.http.impl.client.CloseableHttpClient;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Gateway vonage-messages")
class VonageMessagesGatewayTest extends VonageGatewayRules {

    private static final String APPLICATION = "aaaaaaaa-bbbb-4ccc-8ddd-0123456789ab";
    private static final String MESSAGE_ID = "11111111-2222-4333-8444-555555555555";

    @TempDir
    private static Path directory;

    private static KeyPair keys;
    private static Path keyFile;

    @BeforeAll
    static void keyFile() throws GeneralSecurityException, IOException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        keys = generator.generateKeyPair();
        keyFile = Files.writeString(
                directory.resolve("private.key"), pem(keys.getPrivate().getEncoded()));
    }

    private static String pem(byte[] key) {
        return "-----BEGIN PRIVATE KEY-----\n" + Base64.getMimeEncoder().encodeToString(key)
                + "\n-----END PRIVATE KEY-----\n";
    }

    @Override
    String path() {
        return "/v1/messages";
    }

    @Override
    ResponseDefinitionBuilder taken() {
        return ok("{\"message_uuid\":\"" + MESSAGE_ID + "\"}").withStatus(202);
    }

    @Override
    Map<String, String> credentials() {
        return Map.of("application-id", APPLICATION, "private-key-path", keyFile.toString());
    }

    @Override
    Configured<SmsGateway> configure(GatewayOptions options, Vault vault, CloseableHttpClient client) {
        return new VonageMessagesGatewayFactory().gateway(options, vault, client);
    }

    @Override
    SmsGatewayFactory factory() {
        return new VonageMessagesGatewayFactory();
    }

    @Test
    @DisplayName("HTTP 202 with the message's id: accepted, and asked exactly once")
    void accepted() {
        answer(taken());

        assertEquals(new Accepted("message id " + MESSAGE_ID), send());
        VONAGE.verify(1, anyRequestedFor(anyUrl()));
    }

    @Test
    @DisplayName("sends number, sender and text, proven by a token signed with the application's key")
    void token() {
        answer(taken());
        send();

        VONAGE.verify(postRequestedFor(urlEqualTo("/v1/messages")).withRequestBody(equalToJson("""
                {"message_type":"text","channel":"sms","to":"46701740605","from":"Acme",
                 "text":"493817 is your code","sms":{"encoding_type":"text"}}""")));
        DecodedJWT token = JWT.require(Algorithm.RSA256((RSAPublicKey) keys.getPublic(), null))
                .build()
                .verify(authorization().substring("Bearer ".length()));
        assertEquals(APPLICATION, token.getClaim("application_id").asString());
    }

    @Test
    @DisplayName("takes the key from the vault as well, and the secret of the account in its stead")
    void otherCredentials() {
        answer(taken());
        Map<String, String> key = Map.of(
                "base-uri",
                VONAGE.baseUrl(),
                "application-id",
                APPLICATION,
                "private-key",
                pem(keys.getPrivate().getEncoded()));
        assertInstanceOf(Accepted.class, only(key).orElse(SmsGateway::refusing).send(message()));
        assertTrue(authorization().startsWith("Bearer "));

        VONAGE.resetRequests();
        Map<String, String> secret =
                Map.of("base-uri", VONAGE.baseUrl(), "api-key", "key", "api-secret", "${vault.api-secret}");
        assertInstanceOf(
                Accepted.class, only(secret).orElse(SmsGateway::refusing).send(message()));
        VONAGE.verify(postRequestedFor(anyUrl()).withBasicAuth(new BasicCredentials("key", SECRET)));
    }

    @ParameterizedTest(name = "security 28: with \"{0}\" in place of a key: an administrator has to mend it")
    @ValueSource(
            strings = {
                "",
                "  \n",
                "no key",
                "-----BEGIN PRIVATE KEY-----\n-----END PRIVATE KEY-----",
                "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----",
                "-----BEGIN RSA PRIVATE KEY-----\nAAAA\n-----END RSA PRIVATE KEY-----"
            })
    void brokenKey(String content) throws IOException {
        Path broken = Files.writeString(directory.resolve("broken.key"), content);
        Map<String, String> options = new HashMap<>(credentials());
        options.put("private-key-path", broken.toString());
        options.put("api-key", "key");
        options.put("api-secret", SECRET);

        assertTrue(only(options).fault().orElseThrow().contains("private-key-path"));
        assertInstanceOf(Misconfigured.class, gateway(options).send(message()));
        VONAGE.verify(0, anyRequestedFor(anyUrl()));
    }

    @Test
    @DisplayName("security 28: a key of another kind is refused")
    void wrongKindOfKey() throws GeneralSecurityException {
        String elliptic = pem(KeyPairGenerator.getInstance("EC")
                .generateKeyPair()
                .getPrivate()
                .getEncoded());

        assertTrue(only(Map.of("application-id", APPLICATION, "private-key", elliptic))
                .fault()
                .orElseThrow()
                .contains("RSA"));
    }

    @ParameterizedTest(name = "X9 {0}={1} is a fault that names {2}")
    @CsvSource({
        "private-key-path,/nowhere/private.key,private-key-path",
        "private-key-path,'\0',private-key-path",
        "application-id,no-id,application-id",
        "application-id,${vault.missing},application-id",
        "private-key,${vault.missing},private-key",
        "timeout-millis,soon,timeout-millis",
        "base-uri,http://192.0.2.1,base-uri"
    })
    void faults(String option, String value, String named) {
        Map<String, String> options = new HashMap<>(credentials());
        options.put(option, value);

        assertTrue(only(options).fault().orElseThrow().contains(named));
    }

    @Test
    @DisplayName("X9 half of the credentials is a fault that names the other half")
    void incomplete() {
        assertTrue(only(Map.of("application-id", APPLICATION))
                .fault()
                .orElseThrow()
                .contains("private-key-path"));
        assertTrue(only(Map.of("private-key-path", keyFile.toString()))
                .fault()
                .orElseThrow()
                .contains("application-id"));
        assertTrue(only(Map.of("api-key", "key")).fault().orElseThrow().contains("api-secret"));
        assertTrue(only(Map.of()).fault().isPresent());
    }

    @ParameterizedTest(name = "HTTP 422 with code {0}: the number is at fault")
    @ValueSource(strings = {"1040", "1050", "1170", "1240", "1430"})
    void numberRejected(String code) {
        answer(problem(code, "Invalid number"));

        assertEquals(new NumberRejected("HTTP 422 " + code + " Invalid number"), send());
    }

    @Test
    @DisplayName("HTTP 422 that names the recipient: the number is at fault")
    void recipientNamed() {
        answer(aResponse().withStatus(422).withBody("""
                {"type":"https://developer.vonage.com/api-errors/messages#1020","title":"Invalid params",
                 "invalid_parameters":[{"name":"to","reason":"expected a number"}]}"""));

        assertInstanceOf(NumberRejected.class, send());
    }

    @ParameterizedTest(name = "HTTP 422 with code {0}: to be tried later")
    @ValueSource(strings = {"1000", "1030", "1100"})
    void tryLater(String code) {
        answer(problem(code, "Throttled"));

        assertEquals(new TryLater("HTTP 422 " + code + " Throttled"), send());
    }

    @ParameterizedTest(name = "HTTP 422 with code {0}: an administrator has to mend something")
    @ValueSource(strings = {"1010", "1020", "1060", "1070", "1080", "1090", "1120", "1140", "1160", "9999"})
    void misconfigured(String code) {
        answer(problem(code, "Invalid sender"));

        assertEquals(new Misconfigured("HTTP 422 " + code + " Invalid sender"), send());
    }

    @Test
    @DisplayName("HTTP 429 is throttling, whatever code stands beside it")
    void throttled() {
        answer(problem("1120", "Rate limit").withStatus(429));

        assertEquals(new TryLater("HTTP 429"), send());
    }

    @ParameterizedTest(name = "security 30: HTTP 422 with {0}: not accepted, and the reason is one line")
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
    void strangeProblems(String body) {
        answer(aResponse().withStatus(422).withBody(body));

        String reason = send().reason();

        assertTrue(reason.matches("[\\x20-\\x7E]+") && !reason.contains(NUMBER), reason);
    }

    @ParameterizedTest(name = "X14 \"{0}\" is sent as {1}")
    @CsvSource({
        "493817 は認証コードです,unicode",
        "493817 – 🔑,unicode",
        "'493817 ist Ihr Code für Übung, 5 €',text",
        "493817 är din kod,text"
    })
    void encoding(String text, String encoding) {
        answer(taken());
        gateway(Map.of()).send(message("Acme", text));

        VONAGE.verify(postRequestedFor(anyUrl())
                .withRequestBody(matchingJsonPath("$.text", WireMock.equalTo(text)))
                .withRequestBody(matchingJsonPath("$.sms.encoding_type", WireMock.equalTo(encoding))));
    }

    @Test
    @DisplayName("C16 a text cannot add fields to the request")
    void injection() {
        answer(taken());
        String text = "1\",\"to\":\"46700000000\",\"x\":\"\r\n\\u0022";
        gateway(Map.of()).send(message("Acme\",\"to\":\"1", text));

        VONAGE.verify(postRequestedFor(anyUrl())
                .withRequestBody(matchingJsonPath("$.to", WireMock.equalTo(NUMBER)))
                .withRequestBody(matchingJsonPath("$.from", WireMock.equalTo("Acme\",\"to\":\"1")))
                .withRequestBody(matchingJsonPath("$.text", WireMock.equalTo(text))));
    }

    @Test
    @DisplayName("a text that Vonage would not take is not sent, and an administrator is told")
    void tooLongText() {
        assertInstanceOf(Misconfigured.class, gateway(Map.of()).send(message("Acme", "x".repeat(1001))));
        VONAGE.verify(0, anyRequestedFor(anyUrl()));
    }

    private static String authorization() {
        return VONAGE.findAll(anyRequestedFor(anyUrl())).get(0).getHeader("Authorization");
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
