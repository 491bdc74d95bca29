package io.strongroom.policy;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Attributes that hold several words, with commas between them. */
final class WordList {

    private WordList() {}

    static List<String> of(String value) {
        return Arrays.stream(value.split(","))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /** @param strictest holds where no name is left */
    static List<String> names(Settings settings, String name, String written, String strictest) {
        List<String> names = of(written);
        if (names.isEmpty()) {
            String holds = strictest.isEmpty() ? "none" : strictest;
            return settings.refuse(
                    name, written, of(strictest), holds, "names with commas, or " + Setting.NO_NAME + " for none");
        }
        return names.equals(List.of(Setting.NO_NAME)) ? List.of() : names;
    }

    /** Unknown words are dropped; where none is left the default holds, since no method at all would lock out everybody. */
    static Set<Method> methods(Settings settings, String name, String written, Set<Method> absent) {
        Set<Method> known = EnumSet.noneOf(Method.class);
        boolean allKnown = true;
        for (String word : of(written)) {
            allKnown &= Method.ofWord(word).map(known::add).isPresent();
        }
        Set<Method> holds = Set.copyOf(known.isEmpty() ? absent : known);
        return allKnown && !known.isEmpty()
                ? holds
                : settings.refuse(
                        name,
                        written,
                        holds,
                        String.join(",", Setting.wordsOf(holds)),
                        String.join(",", Setting.allMethods()));
    }
}
