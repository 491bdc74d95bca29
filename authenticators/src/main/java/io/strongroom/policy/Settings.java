package io.strongroom.policy;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Reads attributes one by one. An absent attribute gets its default. An invalid or blank value is recorded as a
 * {@link Problem} and replaced: a number as defined by its {@link IntegerSetting}, anything else by the strictest
 * value.
 */
final class Settings {

    private final UnaryOperator<String> attributes;
    private final List<Problem> problems = new ArrayList<>();
    private final List<Setting> read = new ArrayList<>();

    /** @param attributes returns the value of an attribute, or null if it is absent */
    Settings(UnaryOperator<String> attributes) {
        this.attributes = attributes;
    }

    List<Problem> problems() {
        return List.copyOf(problems);
    }

    /** Returns the settings read so far, in reading order. */
    List<Setting> read() {
        return List.copyOf(read);
    }

    private <T> T read(String name, Setting.Kind kind, T value, Object shown) {
        read.add(new Setting(name, kind, shown));
        return value;
    }

    <E extends Enum<E>> E oneOf(String name, Class<E> type, E ifAbsent, E strictest) {
        E value = readOneOf(name, type, ifAbsent, strictest);
        Setting.Kind kind = new Setting.OneOf(Setting.wordsOf(type.getEnumConstants()));
        return read(name, kind, value, value.name().toLowerCase(Locale.ROOT));
    }

    int number(String name, IntegerSetting number) {
        int value = readNumber(name, number);
        return read(name, new Setting.Range(number.lowest(), number.highest()), value, value);
    }

    /** Reads a number that has no default. */
    OptionalInt numberIfSet(String name, IntegerSetting number) {
        OptionalInt value =
                attributes.apply(name) == null ? OptionalInt.empty() : OptionalInt.of(readNumber(name, number));
        Integer shown = value.isPresent() ? value.getAsInt() : null;
        return read(name, new Setting.Range(number.lowest(), number.highest()), value, shown);
    }

    boolean flag(String name, FlagSetting flag) {
        boolean value = readFlag(name, flag);
        return read(name, new Setting.Flag(), value, value);
    }

    /** Reads a list of methods. Ignores unknown ones; if none is left, the default applies. */
    Set<Method> methods(String name, Set<Method> ifAbsent) {
        String written = attributes.apply(name);
        Set<Method> value = written == null ? ifAbsent : WordList.methods(this, name, written, ifAbsent);
        return read(name, new Setting.SomeOf(Setting.allMethods()), value, Setting.wordsOf(value));
    }

    /**
     * Reads a list of names.
     *
     * @param ifAbsent  the default, as names separated by commas
     * @param strictest the value that applies if the attribute contains only blanks or commas
     */
    Set<String> names(String name, String ifAbsent, String strictest) {
        return names(name, WordList.of(ifAbsent), strictest);
    }

    /**
     * Reads a list of names.
     *
     * @param strictest the value that applies if the attribute contains only blanks or commas
     */
    Set<String> names(String name, Collection<String> ifAbsent, String strictest) {
        String written = attributes.apply(name);
        Set<String> names =
                new LinkedHashSet<>(written == null ? ifAbsent : WordList.names(this, name, written, strictest));
        return read(name, new Setting.Names(), names, List.copyOf(names));
    }

    /** Reads which methods the holders of roles are held to. A blank value or an invalid entry is a problem. */
    RoleMethods roleMethods(String name, String allowed) {
        String written = attributes.apply(name);
        List<String> entries = written == null || written.strip().equals(Setting.NO_NAME)
                ? List.of()
                : WordList.of(written, RoleMethods.ENTRY_SEPARATOR);
        RoleMethods value = RoleMethods.of(entries);
        boolean isValid = written == null
                || written.strip().equals(Setting.NO_NAME)
                || !entries.isEmpty() && entries.stream().allMatch(RoleMethods::isValid);
        if (!isValid) {
            String effective = String.join(RoleMethods.ENTRY_SEPARATOR, value.entries());
            reject(name, written, value, effective.isEmpty() ? "none" : effective, allowed);
        }
        return read(name, new Setting.Entries(RoleMethods.ENTRY_SEPARATOR), value, value.entries());
    }

    /**
     * Returns the value of a list as written, or null if the attribute is absent. The caller must check the
     * entries.
     */
    String list(String name) {
        String value = attributes.apply(name);
        return read(name, new Setting.Names(), value, value == null ? List.of() : WordList.of(value));
    }

    /** Returns the text without surrounding blanks, or null if the attribute is absent or blank. */
    String text(String name) {
        return text(name, null);
    }

    /** Returns the text without surrounding blanks, or the default if the attribute is absent or blank. */
    String text(String name, String ifAbsent) {
        String attribute = attributes.apply(name);
        boolean isBlank = attribute != null && attribute.isBlank();
        String value = attribute == null || isBlank ? ifAbsent : attribute.strip();
        if (isBlank) {
            reject(name, attribute, ifAbsent, ifAbsent == null ? "the default" : ifAbsent, "a text");
        }
        return read(name, new Setting.Text(), value, value);
    }

    /**
     * Reads the last day of a period, an ISO date such as {@code 2027-01-31}.
     *
     * @param ifAbsent  the default
     * @param ifInvalid the day that replaces an unreadable or ignored date
     * @param dependsOn an attribute read earlier; if its value is invalid, this one is ignored
     */
    Optional<LocalDate> lastDay(String name, Optional<LocalDate> ifAbsent, LocalDate ifInvalid, String dependsOn) {
        Optional<LocalDate> value = Optional.ofNullable(attributes.apply(name))
                .map(written -> readLastDay(name, written, ifInvalid, dependsOn))
                .or(() -> ifAbsent);
        return read(
                name, new Setting.Day(), value, value.map(LocalDate::toString).orElse(null));
    }

    private <E extends Enum<E>> E readOneOf(String name, Class<E> type, E ifAbsent, E strictest) {
        String value = attributes.apply(name);
        if (value == null) {
            return ifAbsent;
        }
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equalsIgnoreCase(value.strip())) {
                return constant;
            }
        }
        String allowed = String.join(", ", Setting.wordsOf(type.getEnumConstants()));
        return reject(name, value, strictest, strictest.name().toLowerCase(Locale.ROOT), allowed);
    }

    private int readNumber(String name, IntegerSetting number) {
        String value = attributes.apply(name);
        if (value == null) {
            return number.ifAbsent();
        }
        try {
            int written = Integer.parseInt(value.strip());
            if (number.allows(written)) {
                return written;
            }
        } catch (NumberFormatException notANumber) {
            // rejected below, like an out-of-range number
        }
        int replacement = number.insteadOf(value);
        return reject(
                name, value, replacement, Integer.toString(replacement), number.lowest() + " to " + number.highest());
    }

    private boolean readFlag(String name, FlagSetting flag) {
        String value = attributes.apply(name);
        if (value == null) {
            return flag.ifAbsent();
        }
        return switch (value.strip().toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default -> reject(name, value, flag.ifInvalid(), Boolean.toString(flag.ifInvalid()), "true, false");
        };
    }

    private LocalDate readLastDay(String name, String written, LocalDate ifInvalid, String dependsOn) {
        if (problems.stream().anyMatch(problem -> problem.attribute().equals(dependsOn))) {
            return reject(name, written, ifInvalid, "none", "a date, if the value of " + dependsOn + " is allowed");
        }
        try {
            return LocalDate.parse(written.strip());
        } catch (DateTimeParseException notADate) {
            return reject(name, written, ifInvalid, "none", "an ISO date, such as 2027-01-31");
        }
    }

    /**
     * Records a problem and returns the replacement.
     *
     * @param effective the replacement as shown to administrators
     * @param allowed   the allowed values as shown to administrators
     */
    <T> T reject(String name, String value, T replacement, String effective, String allowed) {
        problems.add(new Problem(name, value, effective, allowed));
        return replacement;
    }
}
