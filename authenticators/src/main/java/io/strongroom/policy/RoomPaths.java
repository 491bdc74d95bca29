package io.strongroom.policy;

import java.util.Arrays;
import java.util.List;

/** Parses an application's list of data rooms, as entered by an administrator. */
public final class RoomPaths {

    /** Separates paths. If a value contains this separator, its commas and line breaks are part of the names. */
    public static final String SEPARATOR = "##";

    private RoomPaths() {}

    /** Returns the paths and ids of data rooms; empty if the value contains only separators and blanks. */
    public static List<String> parse(String value) {
        String separators = value.contains(SEPARATOR) ? SEPARATOR : ",|\\R";
        return Arrays.stream(value.split(separators))
                .map(String::strip)
                .filter(path -> !path.isEmpty())
                .distinct()
                .toList();
    }
}
