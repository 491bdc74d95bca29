package io.strongroom.gateway.vonage;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static io.strongroom.gateway.vonage.VonageApi.ok;
import static io.strongroom.gateway.vonage.VonageGateways.NUMBER;
import static io.strongroom.gateway.vonage.VonageGateways.SECRET;
import static io.strongroom.gateway.vonage.VonageGateways.message;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.tomakehurst.wiremock.http.Fault;
import io.strongroom.gateway.CapturedLog;
import io.strongroom.gateway.SendResult;
import io.strongroom.gateway.SendResult.Misconfigured;
import java.util.Map;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("The secrecy of messages to Vonage")
@ParameterizedClass(name = "{0}")
@EnumSource(VonageApi.class)
class VonageSecrecyTest {

    @RegisterExtension
    static final FakeVonage VONAGE = new FakeVonage();

    private final VonageGateways vonage;

    VonageSecrecyTest(VonageApi api) {
        this.vonage = VONAGE.gateways(api);
    }

    @Test
    @DisplayName("security 28: allows nothing to be sent if the secret is missing from the vault, which is reported as "
            + "misconfigured")
    void unresolvedSecret() {
        vonage.answers(vonage.api().accepted());
        vonage.api().credentials().keySet().stream()
                .filter(option -> !option.endsWith("-path"))
                .forEach(option -> {
                    SendResult result =
                            vonage.gateway(Map.of(option, "${vault.missing}")).send(message());

                    assertTrue(
                            assertInstanceOf(Misconfigured.class, result)
                                    .reason()
                                    .contains("${vault.missing}"),
                            result::toString);
                });
        VONAGE.server().verify(0, anyRequestedFor(anyUrl()));
    }

    @Test
    @DisplayName("security 6: is kept although the SDK would log the secret at FINEST")
    void nothingSecretIsLogged() {
        vonage.answers(vonage.api().accepted());
        try (CapturedLog log = new CapturedLog("com.vonage.client")) {
            Logger.getLogger("com.vonage.client.AbstractMethod").setLevel(null);
            vonage.send();

            assertTrue(
                    log.text().contains("Authorization: "), "if the SDK no longer logs it, silencing can be removed");
        }

        vonage.api().factory().postInit(null);

        try (CapturedLog log = new CapturedLog("com.vonage")) {
            vonage.send();
            vonage.answers(aResponse().withStatus(500).withBody("no"));
            vonage.send();
            vonage.answers(aResponse()
                    .withStatus(422)
                    .withBody("{\"title\":\"" + SECRET + "\",\"detail\":\"" + NUMBER + "\"}"));
            vonage.send();
            vonage.answers(aResponse().withFault(Fault.EMPTY_RESPONSE));
            vonage.send();
            assertEquals("", log.text());
        }
    }

    @Test
    @DisplayName("security 6, 19: keeps text, secret and number out of every reason")
    void nothingSecretInReasons() {
        String reasons = Stream.of(
                        vonage.api().accepted(),
                        ok(""),
                        ok("{"),
                        aResponse().withStatus(401).withBody(SECRET),
                        aResponse()
                                .withStatus(422)
                                .withBody("{\"title\":\"" + NUMBER + "\",\"detail\":\"" + SECRET + "\"}"),
                        aResponse().withFault(Fault.EMPTY_RESPONSE))
                .map(response -> {
                    vonage.answers(response);
                    return vonage.send().reason();
                })
                .collect(Collectors.joining("\n"));

        assertEquals(6, reasons.lines().count());
        for (String secret : new String[] {"493817", SECRET, NUMBER, "Basic ", "Bearer "}) {
            assertFalse(reasons.contains(secret), reasons);
        }
    }
}
