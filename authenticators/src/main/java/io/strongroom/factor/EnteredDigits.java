package io.strongroom.factor;

import java.util.regex.Pattern;

/** Normalizes a numeric code typed by a user. */
public final class EnteredDigits {

    private static final Pattern SEPARATORS = Pattern.compile("[\\p{Z}\\p{Cf}\\s\\-\\u2010-\\u2015]");

    private EnteredDigits() {}

    /** Returns the entered digits as ASCII, without separators; empty if the entry contains anything else. */
    public static String of(String entered) {
        String compact = SEPARATORS.matcher(entered).replaceAll("");
        boolean onlyDigits = compact.codePoints().allMatch(Character::isDigit);
        return onlyDigits
                ? compact.codePoints()
                        .map(digit -> '0' + Character.digit(digit, 10))
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString()
                : "";
    }
}
