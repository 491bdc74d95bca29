package io.strongroom.admin.request;

import io.strongroom.phone.PhoneNumber;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** How a number is shown to an administrator: whole to those who could change it, else its last two digits. */
public final class NumberDisplay {

    private NumberDisplay() {}

    /** @param number null: none */
    public static String number(PhoneNumber number, boolean whole) {
        if (number == null) {
            return null;
        }
        return whole ? number.e164() : number.masked().shown();
    }

    /** In a row of a list: {@code whole} is asked only where there is a number. */
    public static String number(Optional<PhoneNumber> number, BooleanSupplier whole) {
        return number.map(known -> number(known, whole.getAsBoolean())).orElse(null);
    }

    /** As it stands in events. */
    public static String masked(PhoneNumber number) {
        return number(number, false);
    }
}
