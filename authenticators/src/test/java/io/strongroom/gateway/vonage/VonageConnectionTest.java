package io.strongroom.gateway.vonage;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static io.strongroom.gateway.vonage.VonageGateways.message;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.tomakehurst.wiremock.http.Fault;
import io.strongroom.gateway.ClosedPort;
import io.strongroom.gateway.SendResult;
import io.strongroom.gateway.SendResult.Misconfigured;
import io.strongroom.gateway.SendResult.NotSent;
import io.strongroom.gateway.SendResult.Uncertain;
import io.strongroom.gateway.SlowVendor;
import io.strongroom.gateway.SmsGateway;
import io.strongroom.gateway.TricklingServer;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A connection to Vonage")
@ParameterizedClass(name = "{0}")
@EnumSource(VonageApi.class)
class VonageConnectionTest {

    @RegisterExtension
    static final FakeVonage VONAGE = new FakeVonage();

    private final VonageGateways vonage;

    VonageConnectionTest(VonageApi api) {
        this.vonage = VONAGE.gateways(api);
    }

    @Test
    @DisplayName("security 27: leaves the result uncertain, without a retry, if no response arrives in time")
    void readTimeout() {
        try (SlowVendor slow = new SlowVendor(1000)) {
            SmsGateway gateway = vonage.gateway(Map.of("base-uri", slow.uri(), "timeout-millis", "200"));

            assertInstanceOf(Uncertain.class, gateway.send(message()));
            assertTrue(slow.calls() <= 1);
        }
    }

    @Test
    @DisplayName("security 27: leaves the result uncertain at the deadline if the response trickles")
    void trickling() throws IOException {
        try (TricklingServer trickling = new TricklingServer()) {
            SmsGateway gateway =
                    vonage.gateway(Map.of("base-uri", trickling.uri().toString(), "timeout-millis", "200"));

            SendResult result = assertTimeoutPreemptively(Duration.ofSeconds(2), () -> gateway.send(message()));

            assertEquals(new Uncertain("DeadlineException"), result);
            assertEquals(1, trickling.calls());
        }
    }

    @ParameterizedTest(name = "security 27: leaves the result uncertain, without a retry, if it breaks ({0})")
    @EnumSource(Fault.class)
    void broken(Fault fault) {
        vonage.answers(aResponse().withFault(fault));

        assertInstanceOf(Uncertain.class, vonage.send());
        VONAGE.server().verify(1, anyRequestedFor(anyUrl()));
    }

    @Test
    @DisplayName("reports the message as not sent if it is refused")
    void connectionRefused() throws IOException {
        SmsGateway gateway = vonage.gateway(Map.of("base-uri", ClosedPort.uri().toString()));

        assertInstanceOf(NotSent.class, gateway.send(message()));
    }

    @ParameterizedTest(name = "security 27: is reported as misconfigured with base-uri {0}, and nothing is sent")
    @ValueSource(strings = {"http://192.0.2.1:8080", "ftp://127.0.0.1"})
    void unsafeBaseUri(String uri) {
        assertInstanceOf(
                Misconfigured.class, vonage.gateway(Map.of("base-uri", uri)).send(message()));
    }
}
