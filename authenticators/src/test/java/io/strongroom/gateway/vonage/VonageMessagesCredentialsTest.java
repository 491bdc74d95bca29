package io.strongroom.gateway.vonage;

import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static io.strongroom.gateway.vonage.VonageGateways.SECRET;
import static io.strongroom.gateway.vonage.VonageGateways.message;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.tomakehurst.wiremock.client.BasicCredentials;
import io.strongroom.gateway.SendResult.Accepted;
import io.strongroom.gateway.SendResult.Misconfigured;
import io.strongroom.gateway.SmsGateway;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The credentials of gateway vonage-messages")
class VonageMessagesCredentialsTest {

    @RegisterExtension
    static final FakeVonage VONAGE = new FakeVonage();

    private final VonageGateways vonage = VONAGE.gateways(VonageApi.MESSAGES);

    @Test
    @DisplayName("can be a key as an option, or the account's key and secret")
    void otherCredentials() {
        vonage.answers(vonage.api().accepted());
        Map<String, String> key = Map.of(
                "base-uri",
                VONAGE.server().baseUrl(),
                "application-id",
                TestApplication.ID,
                "private-key",
                TestApplication.PRIVATE_KEY);
        assertInstanceOf(
                Accepted.class, vonage.only(key).orElse(SmsGateway::refusing).send(message()));
        assertTrue(vonage.authorization().startsWith("Bearer "));

        VONAGE.server().resetRequests();
        Map<String, String> secret =
                Map.of("base-uri", VONAGE.server().baseUrl(), "api-key", "key", "api-secret", "${vault.api-secret}");
        assertInstanceOf(
                Accepted.class, vonage.only(secret).orElse(SmsGateway::refusing).send(message()));
        VONAGE.server().verify(postRequestedFor(anyUrl()).withBasicAuth(new BasicCredentials("key", SECRET)));
    }

    @ParameterizedTest(name = "security 28: are misconfigured with \"{0}\" instead of a key")
    @ValueSource(
            strings = {
                "",
                "  \n",
                "no key",
                "-----BEGIN PRIVATE KEY-----\n-----END PRIVATE KEY-----",
                "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----",
                "-----BEGIN RSA PRIVATE KEY-----\nAAAA\n-----END RSA PRIVATE KEY-----"
            })
    void brokenKey(String content, @TempDir Path directory) throws IOException {
        Path broken = Files.writeString(directory.resolve("broken.key"), content);
        Map<String, String> options = new HashMap<>(vonage.api().credentials());
        options.put("private-key-path", broken.toString());
        options.put("api-key", "key");
        options.put("api-secret", SECRET);

        assertTrue(vonage.only(options).fault().orElseThrow().contains("private-key-path"));
        assertInstanceOf(Misconfigured.class, vonage.gateway(options).send(message()));
        VONAGE.server().verify(0, anyRequestedFor(anyUrl()));
    }

    @Test
    @DisplayName("security 28: can't be a key of another algorithm")
    void wrongAlgorithm() {
        String elliptic = TestApplication.pem(TestApplication.generate("EC", 256));

        assertTrue(vonage.only(Map.of("application-id", TestApplication.ID, "private-key", elliptic))
                .fault()
                .orElseThrow()
                .contains("RSA"));
    }

    @ParameterizedTest(name = "X9 cause a fault that names {2} if {0}={1}")
    @CsvSource({
        "private-key-path,/nowhere/private.key,private-key-path",
        "private-key-path,'\0',private-key-path",
        "application-id,no-id,application-id",
        "application-id,${vault.missing},application-id",
        "private-key,${vault.missing},private-key",
        "base-uri,http://192.0.2.1,base-uri"
    })
    void faults(String option, String value, String named) {
        Map<String, String> options = new HashMap<>(vonage.api().credentials());
        options.put(option, value);

        assertTrue(vonage.only(options).fault().orElseThrow().contains(named));
    }

    @Test
    @DisplayName("X9 cause a fault that names the missing option if they are incomplete")
    void incomplete() {
        assertTrue(vonage.only(Map.of("application-id", TestApplication.ID))
                .fault()
                .orElseThrow()
                .contains("private-key-path"));
        assertTrue(vonage.only(Map.of("private-key-path", TestApplication.KEY_FILE.toString()))
                .fault()
                .orElseThrow()
                .contains("application-id"));
        assertTrue(vonage.only(Map.of("api-key", "key")).fault().orElseThrow().contains("api-secret"));
        assertTrue(vonage.only(Map.of()).fault().isPresent());
    }
}
