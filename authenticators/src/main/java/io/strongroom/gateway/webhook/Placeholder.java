package io.strongroom.gateway.webhook;

import io.strongroom.gateway.SmsMessage;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;

/** The message parts that a template can insert, written as {@code {name}}. */
enum Placeholder {
    /** The recipient's number in E.164 format, with the plus sign. */
    TO("to", message -> message.to().e164()),
    /** The recipient's number in E.164 format, without the plus sign. */
    TO_DIGITS("toDigits", message -> message.to().e164().substring(1)),
    FROM("from", SmsMessage::sender),
    TEXT("text", SmsMessage::text),
    /** The realm's name. */
    TENANT("tenant", SmsMessage::tenant);

    private final String key;
    private final Function<SmsMessage, String> value;

    Placeholder(String key, Function<SmsMessage, String> value) {
        this.key = key;
        this.value = value;
    }

    String of(SmsMessage message) {
        return value.apply(message);
    }

    static Optional<Placeholder> named(String key) {
        return Arrays.stream(values())
                .filter(placeholder -> placeholder.key.equals(key))
                .findFirst();
    }
}
