package io.strongroom.policy;

/**
 * An attribute whose value could not be taken as written.
 *
 * @param attribute its name
 * @param value     what stands there
 * @param holds     what holds in its stead: the strictest reading
 * @param allowed   which values would be right
 */
public record Problem(String attribute, String value, String holds, String allowed) {

    /** One sentence for the log and the health report; line breaks of the value are made visible. */
    public String sentence() {
        return "%s = \"%s\" is not allowed (allowed: %s); until it is mended, %s holds"
                .formatted(attribute, printable(value), allowed, holds);
    }

    Problem in(String place) {
        return new Problem(attribute + " of " + printable(place), value, holds, allowed);
    }

    private static String printable(String value) {
        String shown = value.length() > 80 ? value.substring(0, 80) + "…" : value;
        return shown.replaceAll("[\\p{Cc}\\u2028\\u2029]", "�");
    }
}
