package io.strongroom.admin.request;

import io.strongroom.phone.PhoneNumber;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Formats a number for an administrator: in full if the administrator may change it, otherwise masked except for the last two digits. */
public final class NumberDisplay {

    private NumberDisplay() {}

    public static String number(PhoneNumber number, boolean inFull) {
        return inFull ? number.e164() : masked(number);
    }

    /** Returns null if there is no number; calls {@code inFull} only if there is one. */
    public static String number(Optional<PhoneNumber> number, BooleanSupplier inFull) {
        return number.map(known -> number(known, inFull.getAsBoolean())).orElse(null);
    }

    /** Formats a number for events. */
    public static String masked(PhoneNumber number) {
        return number.masked().shown();
    }
}
