package io.strongroom.themes;

import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A message of one language. */
record Message(String language, String key, String pattern) {

    boolean counts() {
        return pattern.contains(",choice,");
    }

    /** The account console does not know MessageFormat. */
    boolean isOfAccountConsole() {
        return key.startsWith("strongroomAccount");
    }

    /** As a page has it: what it counts is a number, what it names a string. */
    String format(long count) {
        if (isOfAccountConsole()) {
            return pattern.replaceAll("\\{\\{(\\d)}}", "name$1");
        }
        Object[] arguments = IntStream.range(0, 4)
                .mapToObj(n -> pattern.contains("{" + n + ",choice,") ? (Object) count : (Object) ("name" + n))
                .toArray();
        return new MessageFormat(pattern, Sources.locale(language)).format(arguments);
    }

    /** In how many ways counts are put, apart from the count itself. */
    Set<String> wordings(long... counts) {
        return Arrays.stream(counts)
                .mapToObj(count -> format(count).replaceAll("\\p{Nd}+", "#"))
                .collect(Collectors.toSet());
    }
}
