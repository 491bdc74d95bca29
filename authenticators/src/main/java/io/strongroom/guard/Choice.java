package io.strongroom.guard;

import io.strongroom.policy.Method;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A user-selectable way to pass a challenge: a method or a backup code.
 *
 * @param value the form field value, which is also part of message keys
 */
record Choice(String value) {

    static final Choice BACKUP = new Choice("backup");

    static Choice of(Method method) {
        return new Choice(method.word());
    }

    /** Returns the choice with this form field value; empty if there is none. */
    static Optional<Choice> parse(String value) {
        return Stream.concat(Method.values().stream().map(Choice::of), Stream.of(BACKUP))
                .filter(choice -> choice.value.equals(value))
                .findFirst();
    }

    /** Returns the method; empty for backup codes. */
    Optional<Method> method() {
        return Method.ofWord(value);
    }
}
