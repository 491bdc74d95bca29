package io.strongroom.gateway.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import io.strongroom.gateway.Configured;
import io.strongroom.gateway.SmsMessage;
import io.strongroom.gateway.Vault;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * A JSON tree in which every string is a template. It is filled in as a tree, so that no value can break out of its
 * string.
 */
@FunctionalInterface
interface JsonTemplate {

    JsonNode fill(SmsMessage message);

    static Configured<JsonTemplate> parse(String option, JsonNode node, Vault vault) {
        if (node.isTextual()) {
            return Template.parse(option, node.textValue(), vault)
                    .map(template -> message -> TextNode.valueOf(template.fill(message, UnaryOperator.identity())));
        }
        if (node.isArray()) {
            return Configured.all(StreamSupport.stream(node.spliterator(), false)
                            .map(element -> parse(option, element, vault))
                            .toList())
                    .map(JsonTemplate::array);
        }
        if (node.isObject()) {
            return Configured.all(node.properties().stream()
                            .map(field -> parse(option, field.getValue(), vault)
                                    .map(template -> Map.entry(field.getKey(), template)))
                            .toList())
                    .map(JsonTemplate::object);
        }
        return Configured.ready(message -> node);
    }

    private static JsonTemplate array(List<JsonTemplate> elements) {
        return message -> JsonNodeFactory.instance
                .arrayNode()
                .addAll(elements.stream().map(element -> element.fill(message)).toList());
    }

    private static JsonTemplate object(List<Map.Entry<String, JsonTemplate>> fields) {
        return message -> JsonNodeFactory.instance
                .objectNode()
                .setAll(fields.stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, field -> field.getValue().fill(message))));
    }
}
