package io.strongroom.factor.sentcode;

import io.strongroom.state.OneTimeStore;
import java.time.Duration;
import java.util.Map;

/** The status of a challenge's message, as shown on the page. */
public enum SendStatus {
    SENDING("sending"),
    SENT("sent"),
    /** Nobody accepted the message for delivery. */
    FAILED("failed"),
    /** The message may or may not have been sent. */
    UNCERTAIN("failed"),
    /** The recipient's address was rejected. */
    REJECTED("failed"),
    /** The queue was full. */
    BUSY("failed"),
    /** No message was sent. */
    NONE("none");

    private static final Duration REMEMBERED = Duration.ofMinutes(20);

    /** Maximum duration of a send. If it takes longer, the sending node must have stopped. */
    private static final Duration MAX_SENDING = Duration.ofMinutes(3);

    private final String status;

    SendStatus(String status) {
        this.status = status;
    }

    /** Returns the status as a word for the page. */
    public String status() {
        return status;
    }

    /**
     * Returns the stored status of a challenge's message.
     *
     * @param age time since the message was queued
     */
    static SendStatus of(OneTimeStore store, String challengeId, Duration age) {
        return store.get(key(challengeId))
                .map(entry -> valueOf(entry.get("delivery")))
                .orElse(age.compareTo(MAX_SENDING) < 0 ? SENDING : UNCERTAIN);
    }

    public void save(OneTimeStore store, String challengeId) {
        store.put(key(challengeId), REMEMBERED, Map.of("delivery", name()));
    }

    private static String key(String challengeId) {
        return "delivery:" + challengeId;
    }
}
