package io.strongroom.admin.request;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the fields of a body one by one and keeps what is wrong with them, so that all is said at once. */
public final class Fields {

    private static final int LONGEST = 255;
    private static final int MOST = 100;

    private final ObjectNode body;
    private final List<FieldError> errors = new ArrayList<>();
    private final Set<String> known = new LinkedHashSet<>();

    public Fields(ObjectNode body) {
        this.body = body;
    }

    /** A text of 1 to 255 characters without control characters; empty where it is absent or wrong. */
    public Optional<String> text(String name, boolean required) {
        JsonNode node = take(name);
        if (node.isMissingNode() || node.isNull()) {
            if (required) {
                errors.add(new FieldError(name, "strongroomAdminMissing"));
            }
            return Optional.empty();
        }
        Optional<String> text = text(node);
        if (text.isEmpty()) {
            errors.add(new FieldError(name, "strongroomAdminText", LONGEST));
        }
        return text;
    }

    /** A list of such texts, at most 100; empty where it is absent or wrong. */
    public List<String> texts(String name) {
        JsonNode node = take(name);
        if (node.isMissingNode() || node.isNull()) {
            return List.of();
        }
        List<String> texts = new ArrayList<>();
        node.forEach(item -> text(item).ifPresent(texts::add));
        if (!node.isArray() || node.size() > MOST || texts.size() != node.size()) {
            errors.add(new FieldError(name, "strongroomAdminTexts", LONGEST));
            return List.of();
        }
        return texts;
    }

    /** What is left for another reader. */
    public ObjectNode rest() {
        return body.deepCopy().without(known);
    }

    /** Refuses whatever was not asked for: a misspelt name must not pass for a default. */
    public void refuseOthers() {
        rest().fieldNames()
                .forEachRemaining(name -> errors.add(
                        new FieldError(FieldError.shown(name), "strongroomAdminUnknown", FieldError.shown(name))));
    }

    public void add(List<FieldError> more) {
        errors.addAll(more);
    }

    public List<FieldError> errors() {
        return List.copyOf(errors);
    }

    private JsonNode take(String name) {
        known.add(name);
        return body.path(name);
    }

    static Optional<String> text(JsonNode node) {
        return text(node, LONGEST);
    }

    static Optional<String> text(JsonNode node, int longest) {
        return Optional.of(node)
                .filter(JsonNode::isTextual)
                .map(JsonNode::textValue)
                .map(String::strip)
                .filter(text -> !text.isEmpty() && text.length() <= longest)
                .filter(text -> text.chars().noneMatch(Character::isISOControl));
    }
}
