package io.strongroom.gateway;

/**
 * What became of a message. It decides what happens next, so an implementation chooses the one that is true, and the more
 * careful one where it cannot know. Every reason is for the log and the event of an administrator, never for a user; it
 * holds no text of the message, no number and no secret.
 */
public sealed interface SendResult {

    /** In the vendor's terms, one line. */
    String reason();

    /** The one word for it in metrics, events and logs; a table in {@code docs/operations.md} lists them. */
    String word();

    /** Whether the message has certainly not been taken, so that another gateway may send it. */
    default boolean isCertainlyUnsent() {
        return this instanceof NotSent || this instanceof Misconfigured;
    }

    /** The vendor took it; that it arrives is not said. */
    record Accepted(String reason) implements SendResult {
        @Override
        public String word() {
            return "accepted";
        }
    }

    /** The number is at fault: neither sending again nor another gateway helps, and the user is told so. */
    record NumberRejected(String reason) implements SendResult {
        @Override
        public String word() {
            return "number_rejected";
        }
    }

    /** The message has certainly not been taken, and sending it later, or by another gateway, may help. */
    record NotSent(String reason) implements SendResult {
        @Override
        public String word() {
            return "not_sent";
        }
    }

    /** It may have been taken (no answer in time, an answer nobody understands): it is not sent again by itself. */
    record Uncertain(String reason) implements SendResult {
        @Override
        public String word() {
            return "uncertain";
        }
    }

    /** The message has certainly not been taken, and an administrator has to mend something first. */
    record Misconfigured(String reason) implements SendResult {
        @Override
        public String word() {
            return "misconfigured";
        }
    }
}
