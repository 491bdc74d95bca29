package io.strongroom.policy;

/**
 * How a flag is read that is neither {@code true} nor {@code false}.
 *
 * @param ifAbsent  the default
 * @param ifInvalid applies to any other value: the strictest reading
 */
record FlagSetting(boolean ifAbsent, boolean ifInvalid) {

    /** A flag with this default, which also applies to invalid values. */
    static FlagSetting byDefault(boolean value) {
        return new FlagSetting(value, value);
    }

    /** Returns the same flag with another replacement for invalid values. */
    FlagSetting orIfInvalid(boolean value) {
        return new FlagSetting(ifAbsent, value);
    }
}
