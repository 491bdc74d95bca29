package io.strongroom.policy;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One attribute of a policy, with its allowed values and its effective value.
 *
 * @param attribute name of the attribute
 * @param kind      the allowed values
 * @param value     the effective value: a word, number, flag, text, date (as text) or list of words; null if there is
 *                  none
 */
public record Setting(String attribute, Kind kind, Object value) {

    /** The allowed values of an attribute. */
    public sealed interface Kind {}

    /** {@code true} or {@code false}. */
    public record Flag() implements Kind {}

    /** A whole number in this range, both ends included. */
    public record Range(int lowest, int highest) implements Kind {}

    /** One of these words. */
    public record OneOf(List<String> words) implements Kind {}

    /** A list of these words. */
    public record SomeOf(List<String> words) implements Kind {}

    /** A list of any words without commas. */
    public record Names() implements Kind {}

    /** A list of texts separated by the given characters. */
    public record Entries(String separator) implements Kind {}

    /** Any text. */
    public record Text() implements Kind {}

    /** An ISO date, such as {@code 2027-01-31}. */
    public record Day() implements Kind {}

    /** Stands for an empty list of names. Empty text is rejected, because it could be a list lost by mistake. */
    public static final String NO_NAME = "-";

    /** Returns the effective value as attribute text. */
    public String asAttribute() {
        if (List.of().equals(value)) {
            return NO_NAME;
        }
        String separator = kind instanceof Entries entries ? entries.separator() : ",";
        return value instanceof List<?> words
                ? words.stream().map(String::valueOf).collect(Collectors.joining(separator))
                : String.valueOf(value);
    }

    static List<String> wordsOf(Enum<?>[] constants) {
        return Stream.of(constants)
                .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                .toList();
    }

    static List<String> wordsOf(Collection<Method> methods) {
        return methods.stream().sorted().map(Method::word).toList();
    }

    static List<String> allMethods() {
        return wordsOf(Method.values());
    }
}
