package io.strongroom.admin.request;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the fields of a request body one by one and collects all errors, so that one response reports them
 * together.
 */
public final class Fields {

    static final int MAX_LENGTH = 255;
    private static final int MAX_ITEMS = 100;

    private final ObjectNode body;
    private final List<FieldError> errors = new ArrayList<>();
    private final Set<String> known = new LinkedHashSet<>();

    public Fields(ObjectNode body) {
        this.body = body;
    }

    /**
     * Reads a text of 1 to 255 characters without control characters. Returns empty and adds an error if it is
     * absent or invalid.
     */
    public Optional<String> requiredText(String name) {
        JsonNode node = take(name);
        if (node.isMissingNode() || node.isNull()) {
            errors.add(new FieldError(name, "strongroomAdminMissing"));
            return Optional.empty();
        }
        return validText(name, node);
    }

    /**
     * Reads an optional text under the rules of {@link #requiredText}. Returns empty if it is absent; returns empty
     * and adds an error if it is invalid.
     */
    public Optional<String> optionalText(String name) {
        JsonNode node = take(name);
        return node.isMissingNode() || node.isNull() ? Optional.empty() : validText(name, node);
    }

    private Optional<String> validText(String name, JsonNode node) {
        Optional<String> text = text(node);
        if (text.isEmpty()) {
            errors.add(new FieldError(name, "strongroomAdminText", MAX_LENGTH));
        }
        return text;
    }

    /**
     * Reads a list of at most 100 texts under the rules of {@link #requiredText}. Returns an empty list if it is
     * absent; returns an empty list and adds an error if it is invalid.
     */
    public List<String> texts(String name) {
        JsonNode node = take(name);
        if (node.isMissingNode() || node.isNull()) {
            return List.of();
        }
        List<String> texts = new ArrayList<>();
        node.forEach(item -> text(item).ifPresent(texts::add));
        if (!node.isArray() || node.size() > MAX_ITEMS || texts.size() != node.size()) {
            errors.add(new FieldError(name, "strongroomAdminTexts", MAX_LENGTH));
            return List.of();
        }
        return texts;
    }

    /** Returns the fields that have not been read. */
    public ObjectNode rest() {
        return body.deepCopy().without(known);
    }

    /** Adds an error for each field that has not been read, so that a misspelt name doesn't silently select the default. */
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
        return text(node, MAX_LENGTH);
    }

    static Optional<String> text(JsonNode node, int maxLength) {
        return Optional.of(node)
                .filter(JsonNode::isTextual)
                .map(JsonNode::textValue)
                .map(String::strip)
                .filter(text -> !text.isEmpty() && text.length() <= maxLength)
                .filter(text -> text.chars().noneMatch(Character::isISOControl));
    }
}
