package io.strongroom.phone;

/**
 * A phone number with all but the last two digits masked, for use on pages and in events and logs.
 *
 * @param shown the masked number, such as {@code •••05}
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
