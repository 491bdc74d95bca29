package io.strongroom.policy;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One attribute of a policy: which values it takes, and which holds.
 *
 * @param attribute its name
 * @param kind      which values it takes
 * @param value     what holds: a word, number, flag, text, date as text or list of words, or null: none
 */
public record Setting(String attribute, Kind kind, Object value) {

    /** Which values an attribute takes. */
    public sealed interface Kind {}

    /** {@code true} or {@code false}. */
    public record Flag() implements Kind {}

    /** A whole number of this range, both ends included. */
    public record Range(int lowest, int highest) implements Kind {}

    /** One of these words. */
    public record OneOf(List<String> words) implements Kind {}

    /** Some of these words. */
    public record SomeOf(List<String> words) implements Kind {}

    /** Any words; none of them holds a comma. */
    public record Names() implements Kind {}

    /** Any text. */
    public record Text() implements Kind {}

    /** An ISO date, such as {@code 2027-01-31}. */
    public record Day() implements Kind {}

    /** Stands where names are wanted and there are none; an empty text may as well be one that got lost. */
    public static final String NO_NAME = "-";

    /** What holds, as the attribute's text. */
    public String asAttribute() {
        if (List.of().equals(value)) {
            return NO_NAME;
        }
        return value instanceof List<?> words
                ? words.stream().map(String::valueOf).collect(Collectors.joining(","))
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
        return wordsOf(Set.of(Method.values()));
    }
}
