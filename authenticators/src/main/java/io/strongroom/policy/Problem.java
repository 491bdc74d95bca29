package io.strongroom.policy;

import io.strongroom.log.Printable;

/**
 * An attribute whose value could not be taken as written.
 *
 * @param attribute its name
 * @param value     what stands there
 * @param holds     what holds in its stead: the strictest reading
 * @param allowed   which values would be right
 */
public record Problem(String attribute, String value, String holds, String allowed) {

    private static final int LONGEST = 80;

    /** One sentence for the log and the health report; line breaks of the value are made visible. */
    public String sentence() {
        return "%s = \"%s\" is not allowed (allowed: %s); until it is mended, %s holds"
                .formatted(attribute, printable(value), Printable.line(allowed), Printable.line(holds));
    }

    public Problem in(String place) {
        return new Problem(attribute + " of " + printable(place), value, holds, allowed);
    }

    private static String printable(String value) {
        return Printable.line(value, LONGEST);
    }
}
