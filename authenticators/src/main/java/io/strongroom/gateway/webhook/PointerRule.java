package io.strongroom.gateway.webhook;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import io.strongroom.gateway.Configured;
import io.strongroom.gateway.GatewayOptions;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A rule that matches a response by a value in its JSON.
 *
 * @param pointer the {@code <rule>-pointer} option, a JSON pointer (RFC 6901)
 * @param values  the {@code <rule>-values} option, whose values are separated by commas; one of them has to match
 */
record PointerRule(JsonPointer pointer, Set<String> values) {

    /** Returns the configured rule; its value is empty if neither option is set. */
    static Configured<Optional<PointerRule>> of(GatewayOptions options, String rule) {
        String pointer = options.text(rule + "-pointer").orElse("");
        String values = options.text(rule + "-values").orElse("");
        if (pointer.isEmpty() && values.isEmpty()) {
            return Configured.ready(Optional.empty());
        }
        if (pointer.isEmpty() || values.isEmpty()) {
            return options.fault(rule + "-pointer", "and " + rule + "-values have to be set together");
        }
        try {
            Set<String> all =
                    Arrays.stream(values.split(",")).map(String::strip).collect(Collectors.toUnmodifiableSet());
            return Configured.ready(Optional.of(new PointerRule(JsonPointer.compile(pointer), all)));
        } catch (IllegalArgumentException e) {
            return options.fault(rule + "-pointer", "is not a JSON pointer (RFC 6901)");
        }
    }

    /** Returns the value at the pointer if it is one of the expected values; otherwise empty. */
    Optional<String> match(JsonNode answer) {
        JsonNode found = answer.at(pointer);
        return found.isValueNode() ? Optional.of(found.asText()).filter(values::contains) : Optional.empty();
    }
}
