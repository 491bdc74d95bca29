package io.strongroom.guard;

import io.strongroom.policy.Method;
import java.util.Optional;
import java.util.stream.Stream;

/** A way to pass a challenge that the user can select: a method or a backup code. */
enum Choice {
    TOTP("totp"),
    SMS("sms"),
    BACKUP("backup");

    private final String value;

    Choice(String value) {
        this.value = value;
    }

    /** Returns the value of the form field; message keys contain it too. */
    String value() {
        return value;
    }

    static Choice of(Method method) {
        return switch (method) {
            case TOTP -> TOTP;
            case SMS -> SMS;
        };
    }

    /** Returns empty if no choice has this value. */
    static Optional<Choice> parse(String value) {
        return Stream.of(values()).filter(choice -> choice.value.equals(value)).findFirst();
    }
}
