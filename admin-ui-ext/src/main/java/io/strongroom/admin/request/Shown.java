package io.strongroom.admin.request;

import io.strongroom.phone.PhoneNumber;

/** How a number is shown to an administrator: whole to those who could change it, else its last two digits. */
public final class Shown {

    private Shown() {}

    /** @param number null: none */
    public static String number(PhoneNumber number, boolean whole) {
        if (number == null) {
            return null;
        }
        return whole ? number.e164() : number.masked().shown();
    }

    /** As it stands in events. */
    public static String masked(PhoneNumber number) {
        return number(number, false);
    }
}
