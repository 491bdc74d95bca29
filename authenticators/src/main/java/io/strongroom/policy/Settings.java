package io.strongroom.policy;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Reads attributes one by one. A value that is not allowed becomes a {@link Problem} and the strictest reading holds. */
final class Settings {

    private final UnaryOperator<String> attributes;
    private final List<Problem> problems = new ArrayList<>();

    Settings(UnaryOperator<String> attributes) {
        this.attributes = attributes;
    }

    List<Problem> problems() {
        return List.copyOf(problems);
    }

    <E extends Enum<E>> E oneOf(String name, Class<E> type, E absent, E strictest) {
        String value = attributes.apply(name);
        if (isBlank(value)) {
            return absent;
        }
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equalsIgnoreCase(value.strip())) {
                return constant;
            }
        }
        String allowed = String.join(", ", words(type.getEnumConstants()));
        return refuse(name, value, strictest, strictest.name().toLowerCase(Locale.ROOT), allowed);
    }

    int number(String name, int lowest, int highest, int absent, int strictest) {
        String value = attributes.apply(name);
        if (isBlank(value)) {
            return absent;
        }
        try {
            int number = Integer.parseInt(value.strip());
            if (number >= lowest && number <= highest) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            // refused below, like a number out of range
        }
        return refuse(name, value, strictest, Integer.toString(strictest), lowest + " to " + highest);
    }

    boolean flag(String name, boolean absent, boolean strictest) {
        String value = attributes.apply(name);
        if (isBlank(value)) {
            return absent;
        }
        return switch (value.strip().toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default -> refuse(name, value, strictest, Boolean.toString(strictest), "true, false");
        };
    }

    /** The methods named; unknown words are dropped, and where none is left the default holds. */
    Set<Method> methods(String name, Set<Method> absent) {
        String value = attributes.apply(name);
        if (isBlank(value)) {
            return absent;
        }
        Set<Method> known = EnumSet.noneOf(Method.class);
        boolean allKnown = true;
        for (String word : split(value)) {
            allKnown &= Method.ofWord(word).map(known::add).isPresent();
        }
        Set<Method> holds = known.isEmpty() ? absent : known;
        if (!allKnown || known.isEmpty()) {
            problems.add(new Problem(name, value, words(holds), words(EnumSet.allOf(Method.class))));
        }
        return Set.copyOf(holds);
    }

    Set<String> names(String name, String absent) {
        String value = attributes.apply(name);
        return new LinkedHashSet<>(split(value == null ? absent : value));
    }

    String text(String name) {
        String value = attributes.apply(name);
        return isBlank(value) ? null : value.strip();
    }

    String text(String name, String absent) {
        String value = text(name);
        return value == null ? absent : value;
    }

    /** An ISO date, such as {@code 2027-01-31}; one that can't be read is none. */
    Optional<LocalDate> date(String name) {
        String value = text(name);
        if (value == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(value));
        } catch (DateTimeParseException notADate) {
            return refuse(name, value, Optional.empty(), "none", "an ISO date such as 2027-01-31");
        }
    }

    <T> T refuse(String name, String value, T strictest, String holds, String allowed) {
        problems.add(new Problem(name, value, holds, allowed));
        return strictest;
    }

    static List<String> split(String value) {
        return Arrays.stream(value.split(","))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static String words(Set<Method> methods) {
        return String.join(",", methods.stream().sorted().map(Method::word).toList());
    }

    private static List<String> words(Enum<?>[] constants) {
        return Arrays.stream(constants)
                .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                .toList();
    }

    private static boolean isBlank(String value) {
        return value == null || value.isBlank();
    }
}
