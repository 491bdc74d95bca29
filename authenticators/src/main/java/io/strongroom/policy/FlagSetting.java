package io.strongroom.policy;

/**
 * The replacements for a flag that is absent or neither {@code true} nor {@code false}.
 *
 * @param ifAbsent  the default
 * @param ifInvalid replaces any other value: the strictest reading
 */
record FlagSetting(boolean ifAbsent, boolean ifInvalid) {

    /** Returns a flag whose default also replaces invalid values. */
    static FlagSetting byDefault(boolean value) {
        return new FlagSetting(value, value);
    }

    /** Returns the same flag with another replacement for invalid values. */
    FlagSetting orIfInvalid(boolean value) {
        return new FlagSetting(ifAbsent, value);
    }
}
