package io.strongroom.factor.sentcode;

import java.time.Duration;

/** The permission to send a message now, or the reason for refusing it. */
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
     * @param messageKey message key of the reason
     * @param parameter  message parameter: a wait in minutes or hours, or the masked number
     */
    record Refused(String messageKey, Object parameter) implements SendPermission {}
}
