package io.strongroom.factor.sms;

import java.util.Locale;
import java.util.Optional;

/** What stops a message. */
public enum SendLimit {
    /** Five in one login. */
    LOGIN(null),
    USER("twoFactor.sms.perUserPerHour"),
    NUMBER("twoFactor.sms.perNumberPerHour"),
    ADDRESS("twoFactor.sms.perAddressPerHour"),
    TENANT("twoFactor.sms.perTenantPerDay"),
    /** Messages of one user to numbers that nobody has proven. */
    SET_UP_USER(null),
    /** Messages to one number, of all users who say it is theirs and have not proven it. */
    SET_UP_NUMBER(null),
    /** Messages that wait for a gateway. */
    QUEUE(null);

    private final String setting;

    SendLimit(String setting) {
        this.setting = setting;
    }

    /** As metrics and events tell it. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The attribute that sets it; empty where none does. */
    public Optional<String> setting() {
        return Optional.ofNullable(setting);
    }
}
