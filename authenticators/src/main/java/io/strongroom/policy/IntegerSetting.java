package io.strongroom.policy;

import java.math.BigInteger;

/**
 * The range and default of an integer setting, and the replacements for invalid values. Each setting chooses its
 * replacements: a bad limit must not cause an outage, and a bad exemption must not last longer than the administrator
 * intended.
 *
 * @param lowest       the lowest allowed value
 * @param highest      the highest allowed value
 * @param ifAbsent     the default
 * @param ifBelow      replaces any lower value
 * @param ifAbove      replaces any higher value
 * @param ifUnreadable replaces a value that is not a whole number
 */
record IntegerSetting(int lowest, int highest, int ifAbsent, int ifBelow, int ifAbove, int ifUnreadable) {

    /**
     * Returns a setting that clamps an out-of-range value to the nearer bound and replaces an unreadable value with
     * the default.
     */
    static IntegerSetting clamped(int lowest, int highest, int ifAbsent) {
        return new IntegerSetting(lowest, highest, ifAbsent, lowest, highest, ifAbsent);
    }

    /**
     * Returns a limit from 1 to {@code highest}. It replaces higher values with {@code highest}, and all other
     * invalid values with the default, because the lowest limit would block almost everything.
     */
    static IntegerSetting limit(int highest, int ifAbsent) {
        return new IntegerSetting(1, highest, ifAbsent, ifAbsent, highest, ifAbsent);
    }

    /**
     * Returns a setting from 0 to {@code highest}. Its default, 0, is also the strictest value and replaces all
     * invalid values.
     */
    static IntegerSetting zeroIfInvalid(int highest) {
        return new IntegerSetting(0, highest, 0, 0, 0, 0);
    }

    /** Returns the same setting with another replacement for values that are too low or unreadable. */
    IntegerSetting ifBelowOrUnreadable(int replacement) {
        return new IntegerSetting(lowest, highest, ifAbsent, replacement, ifAbove, replacement);
    }

    /** Returns the same setting with another default. */
    IntegerSetting orIfAbsent(int value) {
        return new IntegerSetting(lowest, highest, value, ifBelow, ifAbove, ifUnreadable);
    }

    /** Returns the replacement for an invalid value. */
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
