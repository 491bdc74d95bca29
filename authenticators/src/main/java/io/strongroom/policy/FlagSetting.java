package io.strongroom.policy;

/**
 * The values that replace a flag that is absent, or that is neither {@code true} nor {@code false}.
 *
 * @param ifAbsent  the default, which applies if the flag is absent
 * @param ifInvalid the strictest reading, which applies if the flag is invalid
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
