package io.strongroom.factor.sms;

import java.time.Duration;

/** Whether a message may be sent now. */
sealed interface SendPermission {

    /** It may, and was counted. */
    record Granted() implements SendPermission {}

    /**
     * Not yet: one was sent a moment ago.
     *
     * @param remaining   when to try again
     * @param inThisLogin whether this login sent it, and waits for its code
     */
    record Wait(Duration remaining, boolean inThisLogin) implements SendPermission {}

    /**
     * No.
     *
     * @param messageKey the sentence that says why, and when to try again
     * @param parameter  of that sentence
     */
    record Refused(String messageKey, Object parameter) implements SendPermission {}
}
