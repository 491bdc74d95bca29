package io.strongroom.policy;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Reads attributes one by one. A value that is not allowed, a blank one included, becomes a {@link Problem}: what protects is read
 * in the strictest way, a number as its {@link IntegerSetting} says. Only an absent attribute has its default unsaid.
 */
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

    int number(String name, IntegerSetting number) {
        int value = readNumber(name, number);
        return read(name, new Setting.Range(number.lowest(), number.highest()), value, value);
    }

    boolean flag(String name, boolean absent, boolean strictest) {
        boolean value = readFlag(name, absent, strictest);
        return read(name, new Setting.Flag(), value, value);
    }

    /** The methods named; unknown words are dropped, and where none is left the default holds. */
    Set<Method> methods(String name, Set<Method> absent) {
        String written = attributes.apply(name);
        Set<Method> value = written == null ? absent : WordList.methods(this, name, written, absent);
        return read(name, new Setting.SomeOf(Setting.allMethods()), value, Setting.wordsOf(value));
    }

    /** @param strictest holds where only blanks or commas stand there */
    Set<String> names(String name, String absent, String strictest) {
        String written = attributes.apply(name);
        Set<String> names = new LinkedHashSet<>(
                written == null ? WordList.of(absent) : WordList.names(this, name, written, strictest));
        return read(name, new Setting.Names(), names, List.copyOf(names));
    }

    /** Words as they stand, or null where the attribute is absent, for who can tell which of them are right. */
    String list(String name) {
        String value = attributes.apply(name);
        return read(name, new Setting.Names(), value, value == null ? List.of() : WordList.of(value));
    }

    /** Null where there is none. */
    String text(String name) {
        return text(name, null);
    }

    String text(String name, String absent) {
        String attribute = attributes.apply(name);
        boolean isBlank = attribute != null && attribute.isBlank();
        String value = attribute == null || isBlank ? absent : attribute.strip();
        if (isBlank) {
            refuse(name, attribute, absent, absent == null ? "the default" : absent, "a text");
        }
        return read(name, new Setting.Text(), value, value);
    }

    /**
     * The last day of something, as an ISO date such as {@code 2027-01-31}.
     *
     * @param over   holds instead of one that cannot be read, or does not count
     * @param beside another attribute, without which this one does not count where it is wrong
     */
    Optional<LocalDate> lastDay(String name, LocalDate over, String beside) {
        Optional<LocalDate> value =
                Optional.ofNullable(attributes.apply(name)).map(written -> readLastDay(name, written, over, beside));
        return read(
                name, new Setting.Day(), value, value.map(LocalDate::toString).orElse(null));
    }

    private <E extends Enum<E>> E readOneOf(String name, Class<E> type, E absent, E strictest) {
        String value = attributes.apply(name);
        if (value == null) {
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

    private int readNumber(String name, IntegerSetting number) {
        String value = attributes.apply(name);
        if (value == null) {
            return number.absent();
        }
        try {
            int written = Integer.parseInt(value.strip());
            if (number.allows(written)) {
                return written;
            }
        } catch (NumberFormatException notANumber) {
            // refused below, like a number out of range
        }
        int instead = number.insteadOf(value);
        return refuse(name, value, instead, Integer.toString(instead), number.lowest() + " to " + number.highest());
    }

    private boolean readFlag(String name, boolean absent, boolean strictest) {
        String value = attributes.apply(name);
        if (value == null) {
            return absent;
        }
        return switch (value.strip().toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default -> refuse(name, value, strictest, Boolean.toString(strictest), "true, false");
        };
    }

    private LocalDate readLastDay(String name, String written, LocalDate over, String beside) {
        if (problems.stream().anyMatch(problem -> problem.attribute().equals(beside))) {
            return refuse(name, written, over, "none", "a date beside a right " + beside);
        }
        try {
            return LocalDate.parse(written.strip());
        } catch (DateTimeParseException notADate) {
            return refuse(name, written, over, "none", "an ISO date such as 2027-01-31");
        }
    }

    <T> T refuse(String name, String value, T strictest, String holds, String allowed) {
        problems.add(new Problem(name, value, holds, allowed));
        return strictest;
    }
}
