package io.strongroom.phone;

/**
 * A number for pages, events and logs, with all but the last two digits masked.
 *
 * @param shown such as {@code •••05}
 */
public record MaskedNumber(String shown) {

    private static final int DIGITS_SHOWN = 2;

    public static MaskedNumber of(String number) {
        String digits = number.replaceAll("\\D", "");
        String last = digits.length() > 2 * DIGITS_SHOWN ? digits.substring(digits.length() - DIGITS_SHOWN) : "";
        return new MaskedNumber("•••" + last);
    }

    @Override
    public String toString() {
        return shown;
    }
}
