package io.strongroom.admin.request;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.strongroom.policy.Problem;
import io.strongroom.policy.Setting;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * The settings of a policy as JSON: an attribute's name without {@code twoFactor.} is the field, a dot opens an object. A field
 * that is absent or null has its default. Nothing is known here of any single setting: they describe themselves.
 */
public final class SettingsDocument {

    private static final String PREFIX = "twoFactor.";

    private final List<Setting> settings;
    private final Function<UnaryOperator<String>, List<Problem>> judge;

    /**
     * @param settings what can be set, with its default
     * @param judge    what is wrong with attributes whose form is right
     */
    public SettingsDocument(List<Setting> settings, Function<UnaryOperator<String>, List<Problem>> judge) {
        this.settings = settings;
        this.judge = judge;
    }

    /**
     * What was read.
     *
     * @param attributes to be stored; those that are absent have their default
     * @param errors     all that is wrong
     */
    public record Read(Map<String, String> attributes, List<FieldError> errors) {}

    public static String fieldOf(String attribute) {
        return attribute.substring(PREFIX.length());
    }

    /** What holds, defaults included. */
    public static ObjectNode write(List<Setting> settings) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        settings.forEach(setting -> {
            String[] path = fieldOf(setting.attribute()).split("\\.");
            ObjectNode parent = document;
            for (int i = 0; i < path.length - 1; i++) {
                parent = parent.withObjectProperty(path[i]);
            }
            parent.set(path[path.length - 1], json(setting.value()));
        });
        return document;
    }

    private static JsonNode json(Object value) {
        if (value instanceof List<?> words) {
            var array = JsonNodeFactory.instance.arrayNode();
            words.forEach(word -> array.add((String) word));
            return array;
        }
        if (value instanceof Integer number) {
            return JsonNodeFactory.instance.numberNode(number);
        }
        if (value instanceof Boolean flag) {
            return JsonNodeFactory.instance.booleanNode(flag);
        }
        return value == null ? JsonNodeFactory.instance.nullNode() : TextNode.valueOf((String) value);
    }

    public Read read(ObjectNode document) {
        ObjectNode rest = document.deepCopy();
        Map<String, String> attributes = new TreeMap<>();
        List<FieldError> errors = new ArrayList<>();
        settings.forEach(setting -> {
            String field = fieldOf(setting.attribute());
            take(rest, field)
                    .ifPresent(node -> SettingValue.read(field, node, setting.kind())
                            .into(text -> put(setting, text, attributes), errors::add));
        });
        unknown(rest, "", errors);
        judge.apply(attributes::get).stream()
                .map(problem -> new FieldError(
                        fieldOf(problem.attribute()),
                        "strongroomAdminNotAllowed",
                        FieldError.shown(problem.value()),
                        problem.allowed()))
                .forEach(errors::add);
        return new Read(attributes, List.copyOf(errors));
    }

    /** An empty list is stored as what says so, or not at all where none is the default: a blank could be a value that got lost. */
    private static void put(Setting usual, String text, Map<String, String> attributes) {
        if (!text.isEmpty()) {
            attributes.put(usual.attribute(), text);
        } else if (!List.of().equals(usual.value())) {
            attributes.put(usual.attribute(), Setting.NO_NAME);
        }
    }

    /** Takes a field out of the document; empty where it is absent or null. */
    private static Optional<JsonNode> take(ObjectNode document, String field) {
        int dot = field.indexOf('.');
        if (dot < 0) {
            return Optional.ofNullable(document.remove(field)).filter(node -> !node.isNull());
        }
        return document.get(field.substring(0, dot)) instanceof ObjectNode inner
                ? take(inner, field.substring(dot + 1))
                : Optional.empty();
    }

    private void unknown(ObjectNode rest, String prefix, List<FieldError> errors) {
        rest.properties().forEach(entry -> {
            String field = prefix + entry.getKey();
            boolean opens = settings.stream()
                    .anyMatch(setting -> fieldOf(setting.attribute()).startsWith(field + "."));
            if (opens && entry.getValue() instanceof ObjectNode inner) {
                unknown(inner, field + ".", errors);
            } else if (!opens) {
                errors.add(new FieldError(FieldError.shown(field), "strongroomAdminUnknown", FieldError.shown(field)));
            } else if (!entry.getValue().isNull()) {
                errors.add(new FieldError(field, "strongroomAdminObject"));
            }
        });
    }
}
