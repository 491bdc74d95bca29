package io.strongroom.factor.sms;

import io.strongroom.gateway.SendResult;
import io.strongroom.state.OneTimeStore;
import java.time.Duration;
import java.util.Map;

/** What became of the message of a challenge, as the page tells it. */
enum SendStatus {
    SENDING("sending", "strongroomStatusSending"),
    SENT("sent", "strongroomStatusSent"),
    /** No gateway could take it. */
    FAILED("failed", "strongroomSendFailed"),
    /** It may have left or not. */
    UNCERTAIN("failed", "strongroomSendUncertain"),
    /** The vendor does not send to that number. */
    REJECTED("failed", "strongroomSendRejected"),
    /** There was no room for it in the queue. */
    BUSY("failed", "strongroomSendBusy"),
    /** Nothing was sent. */
    NONE("none", "strongroomStatusNone");

    private static final Duration REMEMBERED = Duration.ofMinutes(20);

    /** No message is on its way for longer; who was sending it is gone. */
    private static final Duration LONGEST_WAY = Duration.ofMinutes(3);

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

    /** @param age for how long the message has been on its way */
    static SendStatus of(OneTimeStore store, String challengeId, Duration age) {
        return store.get(key(challengeId))
                .map(entry -> valueOf(entry.get("delivery")))
                .orElse(age.compareTo(LONGEST_WAY) < 0 ? SENDING : UNCERTAIN);
    }

    void keep(OneTimeStore store, String challengeId) {
        store.put(key(challengeId), REMEMBERED, Map.of("delivery", name()));
    }

    private static String key(String challengeId) {
        return "delivery:" + challengeId;
    }
}
