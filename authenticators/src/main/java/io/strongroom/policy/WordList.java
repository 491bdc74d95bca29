package io.strongroom.policy;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Parses attribute values that are lists of words, separated by commas. */
final class WordList {

    private WordList() {}

    static List<String> of(String value) {
        return of(value, ",");
    }

    static List<String> of(String value, String separator) {
        return Arrays.stream(value.split(separator))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /**
     * Parses a list of names.
     *
     * @param strictest the value that applies if the attribute contains no names
     */
    static List<String> names(Settings settings, String name, String written, String strictest) {
        List<String> names = of(written);
        if (names.isEmpty()) {
            String effective = strictest.isEmpty() ? "none" : strictest;
            return settings.reject(
                    name,
                    written,
                    of(strictest),
                    effective,
                    "names separated by commas, or " + Setting.NO_NAME + " for none");
        }
        return names.equals(List.of(Setting.NO_NAME)) ? List.of() : names;
    }

    /**
     * Parses a list of methods. Ignores unknown words; if no method is left, the default applies, because users who
     * need a factor could not log in otherwise.
     */
    static Set<Method> methods(Settings settings, String name, String written, Set<Method> ifAbsent) {
        Set<Method> known = new LinkedHashSet<>();
        boolean allKnown = true;
        for (String word : of(written)) {
            allKnown &= Method.ofWord(word).map(known::add).isPresent();
        }
        Set<Method> effective = Set.copyOf(known.isEmpty() ? ifAbsent : known);
        return allKnown && !known.isEmpty()
                ? effective
                : settings.reject(
                        name,
                        written,
                        effective,
                        String.join(",", Setting.wordsOf(effective)),
                        String.join(",", Setting.allMethods()));
    }
}
