package io.strongroom.gateway.vonage;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static io.strongroom.gateway.vonage.VonageApi.ok;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.strongroom.gateway.SendResult.Accepted;
import io.strongroom.gateway.SendResult.Misconfigured;
import io.strongroom.gateway.SendResult.NotSent;
import io.strongroom.gateway.SendResult.Uncertain;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A response from Vonage")
@ParameterizedClass(name = "{0}")
@EnumSource(VonageApi.class)
class VonageAnswerTest {

    @RegisterExtension
    static final FakeVonage VONAGE = new FakeVonage();

    private final VonageGateways vonage;

    VonageAnswerTest(VonageApi api) {
        this.vonage = VONAGE.gateways(api);
    }

    @ParameterizedTest(name = "security 28: is not reported as accepted if it is HTTP 200 with {0}")
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
    void unexpectedBody(String body) {
        vonage.answers(ok(body));

        assertFalse(vonage.send() instanceof Accepted);
        VONAGE.server().verify(1, anyRequestedFor(anyUrl()));
    }

    @Test
    @DisplayName("security 28: is not reported as accepted if it is HTTP 200, 202 or 204 without a body")
    void noBody() {
        vonage.answers(aResponse().withStatus(200));
        assertFalse(vonage.send() instanceof Accepted);
        vonage.answers(aResponse().withStatus(202));
        assertFalse(vonage.send() instanceof Accepted);
        vonage.answers(aResponse().withStatus(204));
        assertFalse(vonage.send() instanceof Accepted);
    }

    @ParameterizedTest(name = "is reported as misconfigured if it is HTTP {0}")
    @ValueSource(ints = {401, 402, 403})
    void refused(int status) {
        vonage.answers(aResponse().withStatus(status).withBody("no"));

        assertEquals(new Misconfigured("HTTP " + status), vonage.send());
    }

    @ParameterizedTest(name = "is reported as not sent if it is HTTP {0}")
    @ValueSource(ints = {429, 500, 502, 503})
    void overloaded(int status) {
        vonage.answers(aResponse().withStatus(status).withBody("no"));

        assertEquals(new NotSent("HTTP " + status), vonage.send());
        VONAGE.server().verify(1, anyRequestedFor(anyUrl()));
    }

    @ParameterizedTest(name = "is not reported as accepted if it is HTTP {0} without a body")
    @ValueSource(ints = {401, 404, 429, 500})
    void statusAlone(int status) {
        vonage.answers(aResponse().withStatus(status));

        assertFalse(vonage.send() instanceof Accepted);
    }

    @ParameterizedTest(name = "is not reported as accepted if it is HTTP {0} with a body that looks like success")
    @ValueSource(ints = {301, 400, 404, 422, 500})
    void successBody(int status) {
        vonage.answers(vonage.api().accepted().withStatus(status));

        assertFalse(vonage.send() instanceof Accepted);
    }

    @Test
    @DisplayName("security 27: is not reported as accepted if it is HTTP 302 without Location")
    void redirectToNowhere() {
        vonage.answers(vonage.api().accepted().withStatus(302));

        assertFalse(vonage.send() instanceof Accepted);
        VONAGE.server().verify(1, anyRequestedFor(anyUrl()));
    }

    @Test
    @DisplayName("security 27: is neither followed nor reported as accepted if it is HTTP 302 with Location")
    void redirect() {
        VONAGE.server()
                .stubFor(any(urlEqualTo("/elsewhere")).willReturn(vonage.api().accepted()));
        vonage.answers(aResponse()
                .withStatus(302)
                .withHeader("Location", VONAGE.server().baseUrl() + "/elsewhere"));

        assertFalse(vonage.send() instanceof Accepted);
        VONAGE.server().verify(0, anyRequestedFor(urlEqualTo("/elsewhere")));
    }

    @Test
    @DisplayName("security 27: is reported as uncertain if it is over 64 KiB, whatever its content")
    void tooLong() {
        String body = vonage.api().accepted().build().getBody();
        vonage.answers(ok(body + " ".repeat(64 * 1024)));

        assertInstanceOf(Uncertain.class, vonage.send());
    }
}
