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
 * A JSON value read as the value of an attribute.
 *
 * @param attribute the text to be stored, or null
 * @param error     what is wrong with it, or null
 */
record SettingValue(String attribute, FieldError error) {

    private static final int MOST_WORDS = 100;
    private static final int LONGEST = 1000;

    void into(Consumer<String> attributes, Consumer<FieldError> errors) {
        if (error == null) {
            attributes.accept(attribute);
        } else {
            errors.accept(error);
        }
    }

    static SettingValue read(String field, JsonNode node, Setting.Kind kind) {
        if (kind instanceof Setting.Flag) {
            return node.isBoolean() ? right(node.asText()) : wrong(field, "strongroomAdminFlag");
        }
        if (kind instanceof Setting.Range range) {
            boolean within = node.isIntegralNumber()
                    && node.canConvertToInt()
                    && node.intValue() >= range.lowest()
                    && node.intValue() <= range.highest();
            return within
                    ? right(node.asText())
                    : wrong(field, "strongroomAdminRange", range.lowest(), range.highest());
        }
        if (kind instanceof Setting.OneOf oneOf) {
            return Fields.text(node)
                    .filter(oneOf.words()::contains)
                    .map(SettingValue::right)
                    .orElseGet(() -> wrong(field, "strongroomAdminOneOf", String.join(", ", oneOf.words())));
        }
        if (kind instanceof Setting.SomeOf someOf) {
            return words(node)
                    .filter(words -> !words.isEmpty() && someOf.words().containsAll(words))
                    .map(SettingValue::joined)
                    .orElseGet(() -> wrong(field, "strongroomAdminSomeOf", String.join(", ", someOf.words())));
        }
        if (kind instanceof Setting.Names) {
            return words(node)
                    .filter(words -> words.stream().noneMatch(word -> word.contains(",")))
                    .map(SettingValue::joined)
                    .orElseGet(() -> wrong(field, "strongroomAdminNames"));
        }
        if (kind instanceof Setting.Day) {
            return Fields.text(node)
                    .filter(SettingValue::isDay)
                    .map(SettingValue::right)
                    .orElseGet(() -> wrong(field, "strongroomAdminDay"));
        }
        return Fields.text(node, LONGEST)
                .map(SettingValue::right)
                .orElseGet(() -> wrong(field, "strongroomAdminText", LONGEST));
    }

    private static Optional<List<String>> words(JsonNode node) {
        if (!node.isArray() || node.size() > MOST_WORDS) {
            return Optional.empty();
        }
        List<String> words = new ArrayList<>();
        node.forEach(item -> Fields.text(item).ifPresent(words::add));
        return words.size() == node.size() ? Optional.of(words) : Optional.empty();
    }

    private static SettingValue joined(List<String> words) {
        return right(String.join(",", new LinkedHashSet<>(words)));
    }

    private static boolean isDay(String text) {
        try {
            LocalDate.parse(text);
            return true;
        } catch (DateTimeParseException noDay) {
            return false;
        }
    }

    private static SettingValue right(String attribute) {
        return new SettingValue(attribute, null);
    }

    private static SettingValue wrong(String field, String key, Object... parameters) {
        return new SettingValue(null, new FieldError(field, key, parameters));
    }
}
