package io.strongroom.testrealm.harness;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.WireMockServer;
import io.strongroom.testrealm.server.ServerOptions;
import java.time.Duration;
import java.util.List;

/** Plays a vendor that is reached by the gateway {@code webhook}. Accepts every message, unless a test asks for something else. */
public final class SecondVendor {
    private static final String PATH = "/messages";
    private static final Duration SEND_TIMEOUT = Duration.ofSeconds(15);

    private final WireMockServer server;

    private SecondVendor(WireMockServer server) {
        this.server = server;
    }

    static SecondVendor start() {
        WireMockServer server = new WireMockServer(
                options().dynamicPort().bindAddress("127.0.0.1").asynchronousResponseEnabled(true));
        server.start();
        server.stubFor(post(urlPathEqualTo(PATH)).atPriority(10).willReturn(ok()));
        return new SecondVendor(server);
    }

    ServerOptions addTo(ServerOptions options) {
        return options.withOption("--spi-sms-gateway--webhook--url=http://127.0.0.1:" + server.port() + PATH)
                .withOption("--spi-sms-gateway--webhook--allow-private-addresses=true")
                .withOption("--spi-sms-gateway--webhook--body={\"to\":\"{to}\",\"text\":\"{text}\"}");
    }

    /** Texts sent to the number so far. */
    public List<String> texts(String phoneNumber) {
        return server
                .findAll(postRequestedFor(urlPathEqualTo(PATH))
                        .withRequestBody(matchingJsonPath("$.to", equalTo(phoneNumber))))
                .stream()
                .map(request ->
                        Json.read(request.getBodyAsString()).path("text").asText())
                .toList();
    }

    /** Waits for the first message to the number and returns its code. */
    public String awaitCode(String phoneNumber) {
        return Vonage.code(await("a message to " + phoneNumber + " by the second vendor")
                .atMost(SEND_TIMEOUT)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> texts(phoneNumber), texts -> !texts.isEmpty())
                .get(0));
    }

    /** An HTTP error, such as 500. */
    public void answersStatus(String phoneNumber, int status) {
        server.stubFor(post(urlPathEqualTo(PATH))
                .atPriority(1)
                .withRequestBody(matchingJsonPath("$.to", equalTo(phoneNumber)))
                .willReturn(aResponse().withStatus(status)));
    }
}
