package io.strongroom.admin.request;

import com.fasterxml.jackson.databind.JsonNode;
import io.strongroom.policy.Setting;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The result of converting a JSON value to an attribute value: either the text to store or an error. Exactly one of
 * the two is not null.
 *
 * @param attribute the text to store, or null if the JSON value is not valid
 * @param error     the error, or null if the JSON value is valid
 */
record SettingValue(String attribute, FieldError error) {

    private static final int MAX_ITEMS = 100;
    private static final int MAX_LENGTH = 1000;

    void into(Consumer<String> attributes, Consumer<FieldError> errors) {
        if (error == null) {
            attributes.accept(attribute);
        } else {
            errors.accept(error);
        }
    }

    static SettingValue read(String field, JsonNode node, Setting.Kind kind) {
        if (kind instanceof Setting.Flag) {
            return node.isBoolean() ? valid(node.asText()) : invalid(field, "strongroomAdminFlag");
        }
        if (kind instanceof Setting.Range range) {
            boolean inRange = node.isIntegralNumber()
                    && node.canConvertToInt()
                    && node.intValue() >= range.lowest()
                    && node.intValue() <= range.highest();
            return inRange
                    ? valid(node.asText())
                    : invalid(field, "strongroomAdminRange", range.lowest(), range.highest());
        }
        if (kind instanceof Setting.OneOf oneOf) {
            return Fields.text(node)
                    .filter(oneOf.words()::contains)
                    .map(SettingValue::valid)
                    .orElseGet(() -> invalid(field, "strongroomAdminOneOf", String.join(", ", oneOf.words())));
        }
        if (kind instanceof Setting.SomeOf someOf) {
            return texts(node)
                    .filter(texts -> !texts.isEmpty() && someOf.words().containsAll(texts))
                    .map(SettingValue::joined)
                    .orElseGet(() -> invalid(field, "strongroomAdminSomeOf", String.join(", ", someOf.words())));
        }
        if (kind instanceof Setting.Names) {
            return texts(node)
                    .filter(texts -> texts.stream().noneMatch(text -> text.contains(",")))
                    .map(SettingValue::joined)
                    .orElseGet(() -> invalid(field, "strongroomAdminNames"));
        }
        if (kind instanceof Setting.Entries entries) {
            return texts(node)
                    .map(texts -> texts.stream()
                            .filter(text -> text.contains(entries.separator()))
                            .findFirst()
                            .map(text -> invalid(
                                    field,
                                    "strongroomAdminNotAllowed",
                                    FieldError.shown(text),
                                    "texts without " + entries.separator()))
                            .orElseGet(() -> joined(texts, entries.separator())))
                    .orElseGet(() -> invalid(field, "strongroomAdminTexts", Fields.MAX_LENGTH));
        }
        if (kind instanceof Setting.Day) {
            return Fields.text(node)
                    .filter(SettingValue::isDay)
                    .map(SettingValue::valid)
                    .orElseGet(() -> invalid(field, "strongroomAdminDay"));
        }
        return Fields.text(node, MAX_LENGTH)
                .map(SettingValue::valid)
                .orElseGet(() -> invalid(field, "strongroomAdminText", MAX_LENGTH));
    }

    private static Optional<List<String>> texts(JsonNode node) {
        if (!node.isArray() || node.size() > MAX_ITEMS) {
            return Optional.empty();
        }
        List<String> texts = new ArrayList<>();
        node.forEach(item -> Fields.text(item).ifPresent(texts::add));
        return texts.size() == node.size() ? Optional.of(texts) : Optional.empty();
    }

    private static SettingValue joined(List<String> texts) {
        return joined(texts, ",");
    }

    private static SettingValue joined(List<String> texts, String separator) {
        return valid(String.join(separator, new LinkedHashSet<>(texts)));
    }

    private static boolean isDay(String text) {
        try {
            LocalDate.parse(text);
            return true;
        } catch (DateTimeParseException notADay) {
            return false;
        }
    }

    private static SettingValue valid(String attribute) {
        return new SettingValue(attribute, null);
    }

    private static SettingValue invalid(String field, String key, Object... parameters) {
        return new SettingValue(null, new FieldError(field, key, parameters));
    }
}
