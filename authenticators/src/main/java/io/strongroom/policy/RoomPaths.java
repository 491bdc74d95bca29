package io.strongroom.policy;

import java.util.Arrays;
import java.util.List;

/** The data rooms that an administrator names for an application, as they are written. */
public final class RoomPaths {

    /** Between two paths; where it stands anywhere, commas are part of names. */
    public static final String SEPARATOR = "##";

    private RoomPaths() {}

    /** Paths and ids of data rooms; none where nothing but separators and blanks stands there. */
    public static List<String> parse(String value) {
        String separators = value.contains(SEPARATOR) ? SEPARATOR : ",|\\R";
        return Arrays.stream(value.split(separators))
                .map(String::strip)
                .filter(path -> !path.isEmpty())
                .distinct()
                .toList();
    }
}
