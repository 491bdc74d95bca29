package io.strongroom.policy;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Parses attribute values that are lists of words, separated by commas. */
final class WordList {

    private WordList() {}

    static List<String> of(String value) {
        return Arrays.stream(value.split(","))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /** @param strictest applies if the value contains no names */
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

    /** Ignores unknown words. If none is left, the default applies: without any method, no user could log in. */
    static Set<Method> methods(Settings settings, String name, String written, Set<Method> ifAbsent) {
        Set<Method> known = EnumSet.noneOf(Method.class);
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
