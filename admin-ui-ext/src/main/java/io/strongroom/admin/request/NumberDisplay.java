package io.strongroom.admin.request;

import io.strongroom.phone.PhoneNumber;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Formats a number for an administrator: in full if the administrator may change it, otherwise with all but the
 * last two digits masked.
 */
public final class NumberDisplay {

    private NumberDisplay() {}

    public static String number(PhoneNumber number, boolean inFull) {
        return inFull ? number.e164() : masked(number);
    }

    /** Returns the formatted number, or null if there is none. Calls {@code inFull} only if there is a number. */
    public static String number(Optional<PhoneNumber> number, BooleanSupplier inFull) {
        return number.map(known -> number(known, inFull.getAsBoolean())).orElse(null);
    }

    /** Formats a number for events: masked, regardless of permissions. */
    public static String masked(PhoneNumber number) {
        return number.masked().shown();
    }
}
