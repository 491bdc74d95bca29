package io.strongroom.gateway.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.strongroom.gateway.Configured;
import io.strongroom.gateway.GatewayOptions;
import io.strongroom.gateway.SendResult;
import java.io.IOException;
import java.util.Optional;

/**
 * Rules that map a webhook's response to a {@link SendResult}. Failure rules are checked first and match if the
 * HTTP status or the content matches. For the success rule, both have to match. Any other 2xx response is
 * "uncertain".
 */
record AnswerRules(Rule success, Rule numberRejected, Rule retry) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** A rule, configured by the options {@code <name>-status}, {@code <name>-pointer} and {@code <name>-values}. */
    private record Rule(String name, StatusSet statuses, Optional<PointerRule> content) {

        static Configured<Rule> of(GatewayOptions options, String name, String defaultStatuses) {
            String option = name + "-status";
            Optional<StatusSet> statuses = StatusSet.parse(options.text(option).orElse(defaultStatuses));
            return statuses.isEmpty()
                    ? options.fault(option, "is not a list of HTTP statuses such as 200-299,304")
                    : PointerRule.of(options, name).map(content -> new Rule(name, statuses.get(), content));
        }

        /** Returns why the status or content matches this rule; empty if neither does. */
        Optional<String> matchAny(int status, JsonNode answer) {
            return content.flatMap(rule -> rule.match(answer).map(value -> rule.pointer() + " is " + value))
                    .or(() -> statuses.contains(status) ? Optional.of("status matches") : Optional.empty());
        }

        /** Returns whether the status and the content (if configured) match this rule. */
        boolean matchesAll(int status, JsonNode answer) {
            return statuses.contains(status)
                    && content.map(rule -> rule.match(answer).isPresent()).orElse(true);
        }
    }

    static Configured<AnswerRules> of(GatewayOptions options) {
        return Rule.of(options, "success", "200-299")
                .flatMap(success -> Rule.of(options, "number-rejected", "")
                        .flatMap(rejected -> Rule.of(options, "retry", "429,500-599")
                                .map(retry -> new AnswerRules(success, rejected, retry))));
    }

    SendResult evaluate(int status, byte[] body) {
        JsonNode answer = read(body);
        String http = "HTTP " + status;
        Optional<String> rejected = numberRejected.matchAny(status, answer);
        if (rejected.isPresent()) {
            return new SendResult.NumberRejected(http + ", " + rejected.get());
        }
        Optional<String> notSent = retry.matchAny(status, answer);
        if (notSent.isPresent()) {
            return new SendResult.NotSent(http + ", " + notSent.get());
        }
        if (success.matchesAll(status, answer)) {
            return new SendResult.Accepted(http);
        }
        return status / 100 == 2
                ? new SendResult.Uncertain(http + ", but the success options do not match")
                : new SendResult.Misconfigured(http);
    }

    private static JsonNode read(byte[] body) {
        try {
            return JSON.readTree(body);
        } catch (IOException notJson) {
            return MissingNode.getInstance();
        }
    }
}
