package io.strongroom.policy;

import java.math.BigInteger;

/**
 * The range and default of a whole number, and the replacements for values that are not allowed. Each setting chooses its
 * replacements: a bad limit must not cause an outage, and a bad exemption must not last longer than the administrator wrote.
 *
 * @param lowest       the lowest allowed value
 * @param highest      the highest allowed value
 * @param ifAbsent     the default
 * @param ifBelow      applies to any lower value
 * @param ifAbove      applies to any higher value
 * @param ifUnreadable applies to a value that is not a whole number
 */
record IntegerSetting(int lowest, int highest, int ifAbsent, int ifBelow, int ifAbove, int ifUnreadable) {

    /** Replaces a value out of range with the nearer end, and an unreadable value with the default. */
    static IntegerSetting clamped(int lowest, int highest, int ifAbsent) {
        return new IntegerSetting(lowest, highest, ifAbsent, lowest, highest, ifAbsent);
    }

    /**
     * A limit from 1 to {@code highest}. Replaces higher values with {@code highest}, and all other bad values with the
     * default: the lowest limit would stop almost everything.
     */
    static IntegerSetting limit(int highest, int ifAbsent) {
        return new IntegerSetting(1, highest, ifAbsent, ifAbsent, highest, ifAbsent);
    }

    /** A number from 0 to {@code highest}. The default 0 is also the strictest value, and replaces all bad values. */
    static IntegerSetting zeroIfInvalid(int highest) {
        return new IntegerSetting(0, highest, 0, 0, 0, 0);
    }

    /** Returns the same setting with another replacement for values that are too low or unreadable. */
    IntegerSetting ifBelowOrUnreadable(int replacement) {
        return new IntegerSetting(lowest, highest, ifAbsent, replacement, ifAbove, replacement);
    }

    /** Returns the number that applies instead of a value that is not allowed. */
    int insteadOf(String value) {
        try {
            return new BigInteger(value.strip()).compareTo(BigInteger.valueOf(lowest)) < 0 ? ifBelow : ifAbove;
        } catch (NumberFormatException notANumber) {
            return ifUnreadable;
        }
    }

    boolean allows(int number) {
        return number >= lowest && number <= highest;
    }
}
