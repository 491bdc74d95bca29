package io.strongroom.policy;

import java.util.Arrays;
import java.util.List;

/** Parses the list of data rooms that an administrator enters for an application. */
public final class RoomPaths {

    /** Separates two paths. If it occurs in the value, commas and line breaks are part of the names. */
    public static final String SEPARATOR = "##";

    private RoomPaths() {}

    /** Returns the paths and ids of data rooms; empty if the value has only separators and blanks. */
    public static List<String> parse(String value) {
        String separators = value.contains(SEPARATOR) ? SEPARATOR : ",|\\R";
        return Arrays.stream(value.split(separators))
                .map(String::strip)
                .filter(path -> !path.isEmpty())
                .distinct()
                .toList();
    }
}
