package io.strongroom.gateway.webhook;

import io.strongroom.gateway.SmsMessage;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;

/** What of a message a template can ask for, as {@code {name}}. */
enum Placeholder {
    /** E.164, with the plus. */
    TO("to", message -> message.to().e164()),
    /** E.164, without the plus. */
    TO_DIGITS("toDigits", message -> message.to().e164().substring(1)),
    FROM("from", SmsMessage::sender),
    TEXT("text", SmsMessage::text),
    /** The realm's name. */
    TENANT("tenant", SmsMessage::tenant);

    private final String word;
    private final Function<SmsMessage, String> value;

    Placeholder(String word, Function<SmsMessage, String> value) {
        this.word = word;
        this.value = value;
    }

    String word() {
        return word;
    }

    String of(SmsMessage message) {
        return value.apply(message);
    }

    static Optional<Placeholder> named(String word) {
        return Arrays.stream(values()).filter(one -> one.word.equals(word)).findFirst();
    }
}
