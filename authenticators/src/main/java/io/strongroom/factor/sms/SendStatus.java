package io.strongroom.factor.sms;

import io.strongroom.gateway.SendResult;
import io.strongroom.state.OneTimeStore;
import java.time.Duration;
import java.util.Map;

/** The status of a challenge's message, as shown on the page. */
enum SendStatus {
    SENDING("sending", "strongroomStatusSending"),
    SENT("sent", "strongroomStatusSent"),
    /** No gateway accepted the message. */
    FAILED("failed", "strongroomSendFailed"),
    /** The message may or may not have been sent. */
    UNCERTAIN("failed", "strongroomSendUncertain"),
    /** The vendor rejected the number. */
    REJECTED("failed", "strongroomSendRejected"),
    /** The queue was full. */
    BUSY("failed", "strongroomSendBusy"),
    /** No message was sent. */
    NONE("none", "strongroomStatusNone");

    private static final Duration REMEMBERED = Duration.ofMinutes(20);

    /** Maximum duration of a send. If it takes longer, the sending node must have stopped. */
    private static final Duration MAX_SENDING = Duration.ofMinutes(3);

    private final String status;
    private final String messageKey;

    SendStatus(String status, String messageKey) {
        this.status = status;
        this.messageKey = messageKey;
    }

    String status() {
        return status;
    }

    String messageKey() {
        return messageKey;
    }

    static SendStatus of(SendResult result) {
        if (result instanceof SendResult.Accepted) {
            return SENT;
        }
        if (result instanceof SendResult.NumberRejected) {
            return REJECTED;
        }
        return result instanceof SendResult.Uncertain ? UNCERTAIN : FAILED;
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

    void save(OneTimeStore store, String challengeId) {
        store.put(key(challengeId), REMEMBERED, Map.of("delivery", name()));
    }

    private static String key(String challengeId) {
        return "delivery:" + challengeId;
    }
}
