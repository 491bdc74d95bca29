package io.strongroom.guard;

import io.strongroom.policy.Method;
import java.util.Optional;
import java.util.stream.Stream;

/** What a user can choose to use. */
enum Choice {
    TOTP("totp"),
    SMS("sms"),
    BACKUP("backup");

    private final String word;

    Choice(String word) {
        this.word = word;
    }

    String word() {
        return word;
    }

    static Choice of(Method method) {
        return switch (method) {
            case TOTP -> TOTP;
            case SMS -> SMS;
        };
    }

    static Optional<Choice> ofWord(String word) {
        return Stream.of(values()).filter(choice -> choice.word.equals(word)).findFirst();
    }
}
