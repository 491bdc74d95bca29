package io.strongroom.policy;

import io.strongroom.log.Printable;

/**
 * An attribute with an invalid value.
 *
 * @param attribute name of the attribute
 * @param value     the value as written
 * @param effective the value that applies instead: the strictest reading
 * @param allowed   the allowed values
 */
public record Problem(String attribute, String value, String effective, String allowed) {

    private static final int MAX_LENGTH = 80;

    /** Returns one sentence for the log and the health report. Control characters in the value are made visible. */
    public String sentence() {
        return "%s = \"%s\" is not allowed (allowed: %s); until fixed, %s applies"
                .formatted(attribute, printable(value), Printable.line(allowed), Printable.line(effective));
    }

    /** Returns the same problem with the attribute's owner, such as {@code group Bidders}. */
    public Problem in(String place) {
        return new Problem(attribute + " of " + printable(place), value, effective, allowed);
    }

    private static String printable(String value) {
        return Printable.line(value, MAX_LENGTH);
    }
}
