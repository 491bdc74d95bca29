package io.strongroom.gateway.webhook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.strongroom.gateway.GatewayOptions;
import io.strongroom.gateway.SendResult;
import io.strongroom.gateway.SendResult.Accepted;
import io.strongroom.gateway.SendResult.Misconfigured;
import io.strongroom.gateway.SendResult.NotSent;
import io.strongroom.gateway.SendResult.NumberRejected;
import io.strongroom.gateway.SendResult.Uncertain;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The rules for the response of a webhook")
class AnswerRulesTest {

    private static final Map<String, String> BY_CONTENT = Map.of(
            "success-pointer", "/messages/0/status",
            "success-values", "queued, sent",
            "number-rejected-pointer", "/error/code",
            "number-rejected-values", "21211,21614",
            "retry-pointer", "/error/temporary",
            "retry-values", "true");

    @ParameterizedTest(name = "read HTTP {0} as {1} with default options")
    @CsvSource({
        "200,Accepted",
        "201,Accepted",
        "202,Accepted",
        "204,Accepted",
        "301,Misconfigured",
        "302,Misconfigured",
        "304,Misconfigured",
        "400,Misconfigured",
        "401,Misconfigured",
        "403,Misconfigured",
        "404,Misconfigured",
        "422,Misconfigured",
        "429,NotSent",
        "500,NotSent",
        "502,NotSent",
        "503,NotSent"
    })
    void byStatus(int status, String result) {
        assertEquals(result, evaluate(Map.of(), status, "").getClass().getSimpleName());
    }

    @ParameterizedTest(name = "security 28: report {0} as uncertain if it does not match the success options")
    @ValueSource(
            strings = {
                "",
                "null",
                "{}",
                "[]",
                "ok",
                "\"queued\"",
                "<html>queued</html>",
                "{\"messages\":null}",
                "{\"messages\":[]}",
                "{\"messages\":[{\"status\":null}]}",
                "{\"messages\":[{\"status\":\"failed\"}]}",
                "{\"messages\":[{\"status\":[\"queued\"]}]}",
                "{\"messages\":[{\"status\":{\"queued\":\"queued\"}}]}",
                "{\"messages\":[{\"status\":\"queued\""
            })
    void unmatchedContent(String body) {
        assertInstanceOf(Uncertain.class, evaluate(BY_CONTENT, 200, body));
    }

    @Test
    @DisplayName("require the status for success by content too")
    void success() {
        assertEquals(new Accepted("HTTP 202"), evaluate(BY_CONTENT, 202, "{\"messages\":[{\"status\":\"sent\"}]}"));
        assertInstanceOf(NotSent.class, evaluate(BY_CONTENT, 500, "{\"messages\":[{\"status\":\"sent\"}]}"));
        assertInstanceOf(Misconfigured.class, evaluate(BY_CONTENT, 302, "{\"messages\":[{\"status\":\"sent\"}]}"));
    }

    @Test
    @DisplayName("compare a value as text, whether it is a number, a string or a boolean")
    void values() {
        assertEquals(
                new NumberRejected("HTTP 400, /error/code is 21211"),
                evaluate(BY_CONTENT, 400, "{\"error\":{\"code\":21211}}"));
        assertInstanceOf(NumberRejected.class, evaluate(BY_CONTENT, 400, "{\"error\":{\"code\":\"21614\"}}"));
        assertEquals(
                new NotSent("HTTP 400, /error/temporary is true"),
                evaluate(BY_CONTENT, 400, "{\"error\":{\"temporary\":true}}"));
        assertInstanceOf(Misconfigured.class, evaluate(BY_CONTENT, 400, "{\"error\":{\"code\":1}}"));
    }

    @Test
    @DisplayName("security 28: treat a failure reported with HTTP 200 as a failure, even if success matches too")
    void failuresFirst() {
        assertInstanceOf(
                NumberRejected.class,
                evaluate(BY_CONTENT, 200, "{\"messages\":[{\"status\":\"sent\"}],\"error\":{\"code\":21211}}"));
    }

    @Test
    @DisplayName("use the statuses that are configured")
    void statuses() {
        Map<String, String> options =
                Map.of("success-status", "250", "number-rejected-status", "422,460-469", "retry-status", "409");

        assertInstanceOf(Accepted.class, evaluate(options, 250, ""));
        assertInstanceOf(Uncertain.class, evaluate(options, 200, ""));
        assertEquals(new NumberRejected("HTTP 422, status matches"), evaluate(options, 422, ""));
        assertInstanceOf(NumberRejected.class, evaluate(options, 465, ""));
        assertInstanceOf(NotSent.class, evaluate(options, 409, ""));
        assertInstanceOf(Misconfigured.class, evaluate(options, 500, ""));
    }

    @ParameterizedTest(name = "X9 report {0}={1} as a fault that names the option")
    @CsvSource({
        "success-status,ok",
        "success-status,20",
        "success-status,'200,'",
        "success-status,200-",
        "retry-status,999",
        "number-rejected-status,'4xx'",
        "success-pointer,/status",
        "success-values,0",
        "retry-pointer,/a",
        "number-rejected-values,1"
    })
    void faults(String option, String value) {
        String fault = AnswerRules.of(new GatewayOptions("webhook", Map.of(option, value)::get))
                .fault()
                .orElseThrow();

        assertTrue(fault.contains(option), fault);
    }

    @Test
    @DisplayName("X9 report an invalid pointer as a fault")
    void pointer() {
        Map<String, String> options = Map.of("success-pointer", "status", "success-values", "0");

        assertTrue(AnswerRules.of(new GatewayOptions("webhook", options::get))
                .fault()
                .orElseThrow()
                .contains("success-pointer"));
    }

    @Test
    @DisplayName("security 28: do not accept a response nested to exhaust the parser")
    void nested() {
        assertInstanceOf(Uncertain.class, evaluate(BY_CONTENT, 200, "[".repeat(30_000)));
    }

    private static SendResult evaluate(Map<String, String> options, int status, String body) {
        return AnswerRules.of(new GatewayOptions("webhook", options::get))
                .map(rules -> rules.evaluate(status, body.getBytes(StandardCharsets.UTF_8)))
                .orElse(fault -> {
                    throw new AssertionError(fault);
                });
    }
}
