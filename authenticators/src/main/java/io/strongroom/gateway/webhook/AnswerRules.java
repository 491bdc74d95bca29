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
 * What an answer means. A failure is recognised by its status or by what the answer holds, success needs both; failures
 * come first. What looks like success but is not quite may have been sent.
 */
record AnswerRules(Rule success, Rule numberRejected, Rule retry) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Options {@code <name>-status}, {@code <name>-pointer} and {@code <name>-values}. */
    private record Rule(String name, StatusSet statuses, Optional<PointerRule> place) {

        static Configured<Rule> of(GatewayOptions options, String name, String defaultStatuses) {
            String option = name + "-status";
            Optional<StatusSet> statuses = StatusSet.parse(options.text(option).orElse(defaultStatuses));
            return statuses.isEmpty()
                    ? options.fault(option, "is no list of HTTP statuses such as 200-299,304")
                    : PointerRule.of(options, name).map(place -> new Rule(name, statuses.get(), place));
        }

        /** Why the answer is such a failure, or empty where it is none. */
        Optional<String> failure(int status, JsonNode answer) {
            return place.flatMap(rule -> rule.in(answer).map(value -> rule.pointer() + " is " + value))
                    .or(() -> statuses.contains(status) ? Optional.of("by its status") : Optional.empty());
        }

        boolean allHolds(int status, JsonNode answer) {
            return statuses.contains(status)
                    && place.map(rule -> rule.in(answer).isPresent()).orElse(true);
        }
    }

    static Configured<AnswerRules> of(GatewayOptions options) {
        return Rule.of(options, "success", "200-299")
                .then(success -> Rule.of(options, "number-rejected", "")
                        .then(rejected -> Rule.of(options, "retry", "429,500-599")
                                .map(retry -> new AnswerRules(success, rejected, retry))));
    }

    SendResult judge(int status, byte[] body) {
        JsonNode answer = read(body);
        String http = "HTTP " + status;
        Optional<String> rejected = numberRejected.failure(status, answer);
        if (rejected.isPresent()) {
            return new SendResult.NumberRejected(http + ", " + rejected.get());
        }
        Optional<String> later = retry.failure(status, answer);
        if (later.isPresent()) {
            return new SendResult.NotSent(http + ", " + later.get());
        }
        if (success.allHolds(status, answer)) {
            return new SendResult.Accepted(http);
        }
        return status / 100 == 2
                ? new SendResult.Uncertain(http + ", but not as the success options ask for")
                : new SendResult.Misconfigured(http);
    }

    private static JsonNode read(byte[] body) {
        try {
            return JSON.readTree(body);
        } catch (IOException noJson) {
            return MissingNode.getInstance();
        }
    }
}
