package io.strongroom.testrealm.harness;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.matching.StringValuePattern;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;

/** Simulates an API that takes messages as JSON with the fields {@code to} and {@code text}; accepts all of them. */
public final class JsonVendor {
    private static final Duration SEND_TIMEOUT = Duration.ofSeconds(15);

    private final WireMockServer server;
    private final String path;
    private final String prefix;

    private JsonVendor(WireMockServer server, String path, String prefix) {
        this.server = server;
        this.path = path;
        this.prefix = prefix;
    }

    /**
     * @param path a regular expression
     * @param answer the response to an accepted message, with HTTP 202
     * @param prefix precedes a number's digits
     */
    static JsonVendor on(WireMockServer server, String path, String answer, String prefix) {
        server.stubFor(post(urlPathMatching(path))
                .atPriority(10)
                .willReturn(aResponse()
                        .withStatus(202)
                        .withHeader("Content-Type", "application/json")
                        .withBody(answer)));
        return new JsonVendor(server, path, prefix);
    }

    /** Waits for the first message to the number and returns the request. */
    public LoggedRequest await(String phoneNumber) {
        return Awaitility.await("a message to " + phoneNumber)
                .atMost(SEND_TIMEOUT)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> requests(phoneNumber), requests -> !requests.isEmpty())
                .get(0);
    }

    /** Waits for the first message to the number and returns what was sent. */
    public JsonNode sent(String phoneNumber) {
        return Json.read(await(phoneNumber).getBodyAsString());
    }

    public String awaitCode(String phoneNumber) {
        return Vonage.code(sent(phoneNumber).path("text").asText());
    }

    /** Texts sent to the number so far. */
    public List<String> texts(String phoneNumber) {
        return requests(phoneNumber).stream()
                .map(request ->
                        Json.read(request.getBodyAsString()).path("text").asText())
                .toList();
    }

    public List<LoggedRequest> requests(String phoneNumber) {
        return server.findAll(postRequestedFor(urlPathMatching(path)).withRequestBody(isTo(phoneNumber)));
    }

    /** An HTTP error, such as 500. */
    public void answersStatus(String phoneNumber, int status) {
        server.stubFor(post(urlPathMatching(path))
                .atPriority(1)
                .withRequestBody(isTo(phoneNumber))
                .willReturn(aResponse().withStatus(status)));
    }

    private StringValuePattern isTo(String phoneNumber) {
        return matchingJsonPath("$.to", equalTo(prefix + phoneNumber.substring(1)));
    }
}
