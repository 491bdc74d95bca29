package io.strongroom.factor;

import java.util.regex.Pattern;

/** A code as people type it. */
public final class EnteredDigits {

    private static final Pattern SPACES = Pattern.compile("[\\p{Z}\\p{Cf}\\s\\-\\u2010-\\u2015]");

    private EnteredDigits() {}

    /** The digits of an entry, in whatever script they were typed; empty where it is anything else. */
    public static String of(String entered) {
        String compact = SPACES.matcher(entered).replaceAll("");
        boolean onlyDigits = compact.codePoints().allMatch(Character::isDigit);
        return onlyDigits
                ? compact.codePoints()
                        .map(digit -> '0' + Character.digit(digit, 10))
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString()
                : "";
    }
}
