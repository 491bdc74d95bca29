package io.strongroom.testrealm.harness;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.strongroom.testrealm.http.FormCodec;
import java.net.URI;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Simulates Vonage's SMS API. Accepts every message, unless a test sets another response for its number. */
public final class Vonage {
    public static final String API_KEY = "test-key";
    public static final String API_SECRET = "test-secret-never-logged";

    private static final String PATH = "/sms/json";
    private static final Duration SEND_TIMEOUT = Duration.ofSeconds(15);
    private static final Pattern CODE = Pattern.compile("(?<![0-9])[0-9]{6,8}(?![0-9])");

    /** The response to an accepted message. */
    private static final String ACCEPTED = """
            {"message-count":"1","messages":[{"to":"46701740605","message-id":"0A0000000123ABCD1","status":"0",\
            "remaining-balance":"3.14159265","message-price":"0.03330000","network":"24001"}]}""";

    private final WireMockServer server;

    private Vonage(WireMockServer server) {
        this.server = server;
    }

    static Vonage start() {
        WireMockServer server = new WireMockServer(options()
                .dynamicPort()
                .bindAddress("127.0.0.1")
                .containerThreads(50)
                .asynchronousResponseEnabled(true)); // a hanging answer must not use up a thread
        server.start();
        server.stubFor(post(urlPathEqualTo(PATH)).atPriority(10).willReturn(json(ACCEPTED)));
        return new Vonage(server);
    }

    /** The value for {@code base-uri}. */
    public URI baseUri() {
        return URI.create("http://127.0.0.1:" + server.port());
    }

    /** For responses and checks that this class has no method for. */
    public WireMockServer wireMock() {
        return server;
    }

    // Sent messages

    /** Waits for this many messages to the number and returns their texts, oldest first. */
    public List<String> awaitTexts(String phoneNumber, int count) {
        return await(count + " messages to " + phoneNumber)
                .atMost(SEND_TIMEOUT)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> texts(phoneNumber), texts -> texts.size() >= count);
    }

    /** Waits for the first message to the number and returns its code. */
    public String awaitCode(String phoneNumber) {
        return awaitCode(phoneNumber, 1);
    }

    /** Waits for the n-th message to the number, counted from 1, and returns its code. */
    public String awaitCode(String phoneNumber, int nth) {
        return code(awaitTexts(phoneNumber, nth).get(nth - 1));
    }

    /** Texts sent to the number so far, also those that were answered with an error, oldest first. */
    public List<String> texts(String phoneNumber) {
        return requests(phoneNumber).stream()
                .map(request -> FormCodec.decode(request.getBodyAsString()).get("text"))
                .toList();
    }

    /** All fields of the requests for the number so far, oldest first. */
    public List<Map<String, String>> fields(String phoneNumber) {
        return requests(phoneNumber).stream()
                .map(request -> FormCodec.decode(request.getBodyAsString()))
                .toList();
    }

    /** The number of messages sent so far to any of these numbers. */
    public long received(Collection<String> phoneNumbers) {
        Set<String> digits =
                phoneNumbers.stream().map(number -> number.replace("+", "")).collect(Collectors.toSet());
        return server.findAll(postRequestedFor(urlPathEqualTo(PATH))).stream()
                .map(request -> FormCodec.decode(request.getBodyAsString()).get("to"))
                .filter(to -> digits.contains(to.replace("+", "")))
                .count();
    }

    public static String code(String text) {
        Matcher matcher = CODE.matcher(text);
        if (!matcher.find()) {
            throw new AssertionError("No code in: " + text);
        }
        return matcher.group();
    }

    /** A different code of the same length. */
    public static String otherThan(String code) {
        int first = (code.charAt(0) - '0' + 1) % 10;
        return first + code.substring(1);
    }

    private List<LoggedRequest> requests(String phoneNumber) {
        return server
                .findAll(postRequestedFor(urlPathEqualTo(PATH)).withFormParam("to", matching(pattern(phoneNumber))))
                .stream()
                .sorted(Comparator.comparing(LoggedRequest::getLoggedDate))
                .toList();
    }

    // Responses

    /** An HTTP error, such as 500. */
    public void answersStatus(String phoneNumber, int status) {
        answers(phoneNumber, aResponse().withStatus(status).withBody("<html>Error</html>"));
    }

    /** 200 with a status of Vonage's own, such as 1 (throttled), 4 (bad credentials), 6 (invalid number). */
    public void answersError(String phoneNumber, int errorStatus) {
        answers(
                phoneNumber,
                json("{\"message-count\":\"1\",\"messages\":[{\"status\":\"" + errorStatus
                        + "\",\"error-text\":\"set by a test\"}]}"));
    }

    public void answersGarbage(String phoneNumber) {
        answers(phoneNumber, json("}{ this is no JSON"));
    }

    /** 200 with an empty body. */
    public void answersEmpty(String phoneNumber) {
        answers(phoneNumber, json(""));
    }

    /** Accepts the request and responds after the delay, which may exceed the product's time-out. */
    public void answersAfter(String phoneNumber, Duration delay) {
        answers(phoneNumber, json(ACCEPTED).withFixedDelay(Math.toIntExact(delay.toMillis())));
    }

    /** Closes the connection without a response. */
    public void hangsUp(String phoneNumber) {
        answers(phoneNumber, aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));
    }

    /** Accepts again. */
    public void recovers(String phoneNumber) {
        answers(phoneNumber, json(ACCEPTED));
    }

    public void answers(String phoneNumber, ResponseDefinitionBuilder response) {
        server.stubFor(post(urlPathEqualTo(PATH))
                .atPriority(1)
                .withFormParam("to", matching(pattern(phoneNumber)))
                .willReturn(response));
    }

    private static ResponseDefinitionBuilder json(String body) {
        return aResponse().withHeader("Content-Type", "application/json").withBody(body);
    }

    /** Accepts the number with or without the plus sign, which Vonage does not use. */
    private static String pattern(String phoneNumber) {
        return "\\+?" + phoneNumber.replace("+", "");
    }
}
