package io.strongroom.guard;

import io.strongroom.policy.Method;
import java.util.Optional;
import java.util.stream.Stream;

/** A user-selectable way to pass a challenge: a method or a backup code. */
enum Choice {
    TOTP("totp"),
    SMS("sms"),
    BACKUP("backup");

    private final String value;

    Choice(String value) {
        this.value = value;
    }

    /** Returns the form field value, which is also part of message keys. */
    String value() {
        return value;
    }

    static Choice of(Method method) {
        return switch (method) {
            case TOTP -> TOTP;
            case SMS -> SMS;
        };
    }

    /** Returns the choice with this form field value; empty if there is none. */
    static Optional<Choice> parse(String value) {
        return Stream.of(values()).filter(choice -> choice.value.equals(value)).findFirst();
    }
}
