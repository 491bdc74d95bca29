package com.example.sms;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.tomakehurst.wiremock.WireMockServer;
import io.strongroom.gateway.PooledClient;
import io.strongroom.gateway.SendResult;
import io.strongroom.gateway.SmsMessage;
import io.strongroom.phone.PhoneNumber;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keycloak.Config;
import org.keycloak.connections.httpclient.HttpClientProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.vault.DefaultVaultTranscriber;

@DisplayName("The example gateway of docs/gateways.md")
class ParrotGatewayTest {

    private static final WireMockServer PARROT = new WireMockServer(options().dynamicPort());

    @BeforeAll
    static void start() {
        PARROT.start();
    }

    @AfterAll
    static void stop() {
        PARROT.stop();
    }

    @BeforeEach
    void reset() {
        PARROT.resetAll();
    }

    @Test
    @DisplayName("is identical to the source in the document")
    void documented() throws IOException {
        Path root = Path.of("..").toAbsolutePath().normalize();
        String page = Files.readString(root.resolve("docs/gateways.md"));
        String source = Files.readString(
                root.resolve("authenticators/src/test/java/com/example/sms/ParrotGatewayFactory.java"));

        assertTrue(page.contains("```java\n" + source + "```\n"), "docs/gateways.md shows a different source");
    }

    @ParameterizedTest(name = "HTTP {0} is {1}")
    @CsvSource({
        "201,Accepted",
        "200,Uncertain",
        "302,Uncertain",
        "401,Misconfigured",
        "422,NumberRejected",
        "429,NotSent",
        "503,NotSent"
    })
    void answers(int status, String result) {
        PARROT.stubFor(post("/messages").willReturn(aResponse().withStatus(status)));

        assertEquals(result, send("secret").getClass().getSimpleName());
    }

    @Test
    @DisplayName("sends number, sender and text with the token")
    void request() {
        send("secret");

        PARROT.verify(postRequestedFor(urlEqualTo("/messages"))
                .withHeader("Authorization", equalTo("Bearer secret"))
                .withFormParam("to", equalTo("+46701740605"))
                .withFormParam("from", equalTo("Acme"))
                .withFormParam("text", equalTo("493817 är din kod")));
    }

    @Test
    @DisplayName("security 28: sends nothing without a resolvable token and reports the fault")
    void unresolved() {
        SendResult result = send("${vault.missing}");

        assertEquals(
                Optional.of(
                        "the option token of parrot refers to ${vault.missing}, which the vault does not have for this realm"),
                Optional.of(
                        assertInstanceOf(SendResult.Misconfigured.class, result).reason()));
        assertEquals(Optional.of(result.reason()), factory("${vault.missing}").fault(session(new PooledClient())));
        PARROT.verify(0, anyRequestedFor(anyUrl()));
    }

    private static SendResult send(String token) {
        try (PooledClient keycloak = new PooledClient()) {
            return factory(token)
                    .create(session(keycloak))
                    .send(new SmsMessage("acme", new PhoneNumber("+46701740605"), "Acme", "493817 är din kod"));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static ParrotGatewayFactory factory(String token) {
        ParrotGatewayFactory factory = new ParrotGatewayFactory();
        factory.init(config(Map.of("base-uri", PARROT.baseUrl(), "token", token)));
        return factory;
    }

    private static Config.Scope config(Map<String, String> options) {
        return (Config.Scope) Proxy.newProxyInstance(
                Config.Scope.class.getClassLoader(),
                new Class<?>[] {Config.Scope.class},
                (self, method, arguments) -> options.get(arguments[0]));
    }

    /** Returns a session with an HTTP client, and a vault without secrets. */
    private static KeycloakSession session(PooledClient client) {
        HttpClientProvider provider = (HttpClientProvider) Proxy.newProxyInstance(
                HttpClientProvider.class.getClassLoader(),
                new Class<?>[] {HttpClientProvider.class},
                (self, method, arguments) -> client.http());
        return (KeycloakSession) Proxy.newProxyInstance(
                KeycloakSession.class.getClassLoader(),
                new Class<?>[] {KeycloakSession.class},
                (self, method, arguments) ->
                        method.getName().equals("vault") ? new DefaultVaultTranscriber(null) : provider);
    }
}
