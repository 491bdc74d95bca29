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
import java.util.stream.Stream;

/**
 * Converts the settings of a policy to and from JSON. A field's name is the attribute's name without
 * {@code twoFactor.}; each dot in it opens a nested object. For an absent or null field, the default applies. The
 * settings describe themselves, so this class contains no list of them.
 */
public final class SettingsDocument {

    private static final String PREFIX = "twoFactor.";

    private final List<Setting> settings;
    private final Function<UnaryOperator<String>, List<Problem>> validator;

    /**
     * @param settings  all settings, with their defaults
     * @param validator returns the problems with attributes whose types are correct
     */
    public SettingsDocument(List<Setting> settings, Function<UnaryOperator<String>, List<Problem>> validator) {
        this.settings = settings;
        this.validator = validator;
    }

    /**
     * The result of reading a document.
     *
     * @param attributes the attributes to store; an absent attribute has its default
     * @param errors     all errors of the document
     */
    public record Read(Map<String, String> attributes, List<FieldError> errors) {}

    public static String fieldOf(String attribute) {
        return attribute.substring(PREFIX.length());
    }

    /** Returns a JSON document with the values in force, including defaults. */
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
        if (value instanceof List<?> texts) {
            var array = JsonNodeFactory.instance.arrayNode();
            texts.forEach(text -> array.add((String) text));
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
        refuseRemaining(rest, "", errors);
        validator.apply(attributes::get).stream().flatMap(this::errors).forEach(errors::add);
        return new Read(attributes, List.copyOf(errors));
    }

    /** Returns an error for the value, or for each of its entries that is not allowed. */
    private Stream<FieldError> errors(Problem problem) {
        return settings.stream()
                .filter(setting -> setting.attribute().equals(problem.attribute()))
                .map(Setting::kind)
                .findFirst()
                .filter(Setting.Entries.class::isInstance)
                .map(kind -> entriesOf(problem, ((Setting.Entries) kind).separator()))
                .orElseGet(() -> Stream.of(problem))
                .map(one -> new FieldError(
                        fieldOf(one.attribute()),
                        "strongroomAdminNotAllowed",
                        FieldError.shown(one.value()),
                        one.allowed()));
    }

    private Stream<Problem> entriesOf(Problem problem, String separator) {
        return Stream.of(problem.value().split(separator))
                .flatMap(entry -> validator.apply(name -> problem.attribute().equals(name) ? entry : null).stream());
    }

    /**
     * Adds an attribute to the map. Stores an empty list as an explicit marker, because a blank value could be a
     * lost value, or stores nothing if the default is an empty list.
     *
     * @param setting the setting with its default
     */
    private static void put(Setting setting, String text, Map<String, String> attributes) {
        if (!text.isEmpty()) {
            attributes.put(setting.attribute(), text);
        } else if (!List.of().equals(setting.value())) {
            attributes.put(setting.attribute(), Setting.NO_NAME);
        }
    }

    /** Removes a field from the document and returns it; empty if it is absent or null. */
    private static Optional<JsonNode> take(ObjectNode document, String field) {
        int dot = field.indexOf('.');
        if (dot < 0) {
            return Optional.ofNullable(document.remove(field)).filter(node -> !node.isNull());
        }
        return document.get(field.substring(0, dot)) instanceof ObjectNode inner
                ? take(inner, field.substring(dot + 1))
                : Optional.empty();
    }

    /** Adds an error for each remaining field: it is unknown, or it should be an object. */
    private void refuseRemaining(ObjectNode rest, String prefix, List<FieldError> errors) {
        rest.properties().forEach(entry -> {
            String field = prefix + entry.getKey();
            boolean isParent = settings.stream()
                    .anyMatch(setting -> fieldOf(setting.attribute()).startsWith(field + "."));
            if (isParent && entry.getValue() instanceof ObjectNode inner) {
                refuseRemaining(inner, field + ".", errors);
            } else if (!isParent) {
                errors.add(new FieldError(FieldError.shown(field), "strongroomAdminUnknown", FieldError.shown(field)));
            } else if (!entry.getValue().isNull()) {
                errors.add(new FieldError(field, "strongroomAdminObject"));
            }
        });
    }
}
