package io.strongroom.factor.sms;

import java.time.Duration;

/** Whether a message may be sent now. */
sealed interface SendPermission {

    /** The message may be sent and was counted. */
    record Granted() implements SendPermission {}

    /**
     * The message has to wait because another one was just sent.
     *
     * @param remaining   time until a message is allowed again
     * @param inThisLogin whether this login sent the other message
     */
    record Wait(Duration remaining, boolean inThisLogin) implements SendPermission {

        static Wait afterThisLogin(Duration remaining) {
            return new Wait(remaining, true);
        }

        static Wait afterOtherLogin(Duration remaining) {
            return new Wait(remaining, false);
        }
    }

    /**
     * The message must not be sent.
     *
     * @param messageKey key of the message with the reason
     * @param parameter  parameter of that message: a wait in minutes or hours, or the masked number
     */
    record Refused(String messageKey, Object parameter) implements SendPermission {}
}
