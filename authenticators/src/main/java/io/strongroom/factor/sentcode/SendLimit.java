package io.strongroom.factor.sentcode;

import java.util.Locale;
import java.util.Optional;

/** A limit that can stop a message. */
public enum SendLimit {
    /** Messages sent in one login. */
    LOGIN(null),
    USER("twoFactor.sms.perUserPerHour"),
    NUMBER("twoFactor.sms.perNumberPerHour"),
    /** E-mails to one address. */
    MAILBOX("twoFactor.sms.perNumberPerHour"),
    ADDRESS("twoFactor.sms.perAddressPerHour"),
    TENANT("twoFactor.sms.perTenantPerDay"),
    /** Messages of logins for one organization. */
    ORGANIZATION("twoFactor.sms.perTenantPerDay"),
    /** Messages from one user to unproven numbers. */
    SET_UP_USER(null),
    /** Messages to one number from all users who have not proven it. */
    SET_UP_NUMBER(null),
    /** Messages queued for a gateway. */
    QUEUE(null);

    private final String setting;

    SendLimit(String setting) {
        this.setting = setting;
    }

    /** Returns whether it is a budget for the whole day. */
    boolean isDaily() {
        return this == TENANT || this == ORGANIZATION;
    }

    /** Returns the name used in metrics and events. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the attribute that configures the limit; empty if it is fixed. */
    public Optional<String> setting() {
        return Optional.ofNullable(setting);
    }
}
