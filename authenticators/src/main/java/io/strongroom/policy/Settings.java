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
    private final List<Setting> read = new ArrayList<>();

    Settings(UnaryOperator<String> attributes) {
        this.attributes = attributes;
    }

    List<Problem> problems() {
        return List.copyOf(problems);
    }

    /** What was read so far, in that order. */
    List<Setting> read() {
        return List.copyOf(read);
    }

    private <T> T read(String name, Setting.Kind kind, T value, Object shown) {
        read.add(new Setting(name, kind, shown));
        return value;
    }

    <E extends Enum<E>> E oneOf(String name, Class<E> type, E absent, E strictest) {
        E value = readOneOf(name, type, absent, strictest);
        Setting.Kind kind = new Setting.OneOf(Setting.wordsOf(type.getEnumConstants()));
        return read(name, kind, value, value.name().toLowerCase(Locale.ROOT));
    }

    int number(String name, int lowest, int highest, int absent, int strictest) {
        int value = readNumber(name, lowest, highest, absent, strictest);
        return read(name, new Setting.Range(lowest, highest), value, value);
    }

    boolean flag(String name, boolean absent, boolean strictest) {
        boolean value = readFlag(name, absent, strictest);
        return read(name, new Setting.Flag(), value, value);
    }

    /** The methods named; unknown words are dropped, and where none is left the default holds. */
    Set<Method> methods(String name, Set<Method> absent) {
        Set<Method> value = readMethods(name, absent);
        return read(name, new Setting.SomeOf(Setting.allMethods()), value, Setting.wordsOf(value));
    }

    Set<String> names(String name, String absent) {
        String value = attributes.apply(name);
        Set<String> names = new LinkedHashSet<>(split(value == null ? absent : value));
        return read(name, new Setting.Names(), names, List.copyOf(names));
    }

    /** Words as they stand, or null where there are none, for who can tell which of them are right. */
    String list(String name) {
        String value = attributes.apply(name);
        String holds = isBlank(value) ? null : value.strip();
        return read(name, new Setting.Names(), holds, holds == null ? List.of() : split(holds));
    }

    /** Null where there is none. */
    String text(String name) {
        return text(name, null);
    }

    String text(String name, String absent) {
        String attribute = attributes.apply(name);
        String value = isBlank(attribute) ? absent : attribute.strip();
        return read(name, new Setting.Text(), value, value);
    }

    /** An ISO date, such as {@code 2027-01-31}; one that can't be read is none. */
    Optional<LocalDate> date(String name) {
        Optional<LocalDate> value = readDate(name);
        return read(
                name, new Setting.Day(), value, value.map(LocalDate::toString).orElse(null));
    }

    private <E extends Enum<E>> E readOneOf(String name, Class<E> type, E absent, E strictest) {
        String value = attributes.apply(name);
        if (isBlank(value)) {
            return absent;
        }
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equalsIgnoreCase(value.strip())) {
                return constant;
            }
        }
        String allowed = String.join(", ", Setting.wordsOf(type.getEnumConstants()));
        return refuse(name, value, strictest, strictest.name().toLowerCase(Locale.ROOT), allowed);
    }

    private int readNumber(String name, int lowest, int highest, int absent, int strictest) {
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

    private boolean readFlag(String name, boolean absent, boolean strictest) {
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

    private Set<Method> readMethods(String name, Set<Method> absent) {
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
            String allowed = String.join(",", Setting.allMethods());
            problems.add(new Problem(name, value, String.join(",", Setting.wordsOf(holds)), allowed));
        }
        return Set.copyOf(holds);
    }

    private Optional<LocalDate> readDate(String name) {
        String value = attributes.apply(name);
        if (isBlank(value)) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(value.strip()));
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

    private static boolean isBlank(String value) {
        return value == null || value.isBlank();
    }
}
