package io.strongroom.policy;

import java.math.BigInteger;

/**
 * A whole number that a setting takes, and how it is read where it is not allowed. A limit must not become an outage, and what lets
 * users in without a factor must not last longer than anybody wrote: which of both is at stake, each setting says.
 *
 * @param lowest     allowed
 * @param highest    allowed
 * @param absent     holds where there is none
 * @param below      holds instead of anything lower
 * @param above      holds instead of anything higher
 * @param unreadable holds instead of what is no number
 */
record IntegerSetting(int lowest, int highest, int absent, int below, int above, int unreadable) {

    /** The end of the range that is nearer; the default instead of what is no number. */
    static IntegerSetting clamped(int lowest, int highest, int absent) {
        return new IntegerSetting(lowest, highest, absent, lowest, highest, absent);
    }

    /** A limit: the highest at most; the default instead of nothing, since the lowest would stop almost everything. */
    static IntegerSetting limit(int highest, int absent) {
        return new IntegerSetting(1, highest, absent, absent, highest, absent);
    }

    /** The strictest, whatever is wrong. */
    static IntegerSetting strict(int lowest, int highest, int absent, int strictest) {
        return new IntegerSetting(lowest, highest, absent, strictest, strictest, strictest);
    }

    /** What holds instead of a value that is not allowed. */
    int insteadOf(String value) {
        try {
            return new BigInteger(value.strip()).compareTo(BigInteger.valueOf(lowest)) < 0 ? below : above;
        } catch (NumberFormatException notANumber) {
            return unreadable;
        }
    }

    boolean allows(int number) {
        return number >= lowest && number <= highest;
    }
}
