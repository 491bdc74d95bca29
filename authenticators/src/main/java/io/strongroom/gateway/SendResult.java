package io.strongroom.gateway;

/**
 * The result of sending a message through one gateway. It decides whether the message goes to the fallback gateway: an
 * implementation that can't be sure that nothing was sent returns {@link Uncertain}. A reason is meant for logs and events that
 * administrators read, never for a user. It contains no message text, no number and no secret.
 */
public sealed interface SendResult {

    /** Returns the reason in the vendor's terms, on one line. */
    String reason();

    /** Returns the word for this result in metrics, events and logs, as listed in {@code docs/operations.md}. */
    String word();

    /** Returns whether the vendor certainly did not accept the message, so that another gateway may send it. */
    default boolean isCertainlyUnsent() {
        return this instanceof NotSent || this instanceof Misconfigured;
    }

    /** The vendor accepted the message. Delivery is not confirmed. */
    record Accepted(String reason) implements SendResult {
        @Override
        public String word() {
            return "accepted";
        }
    }

    /** The vendor rejected the number. No other gateway is tried, and the page informs the user. */
    record NumberRejected(String reason) implements SendResult {
        @Override
        public String word() {
            return "number_rejected";
        }
    }

    /** The vendor certainly did not accept the message. Another gateway, or a later attempt, may succeed. */
    record NotSent(String reason) implements SendResult {
        @Override
        public String word() {
            return "not_sent";
        }
    }

    /** The vendor may have accepted the message: no response in time, or an unreadable one. It is not sent again automatically. */
    record Uncertain(String reason) implements SendResult {
        @Override
        public String word() {
            return "uncertain";
        }
    }

    /** The vendor certainly did not accept the message, and an administrator has to fix the configuration or the account. */
    record Misconfigured(String reason) implements SendResult {
        @Override
        public String word() {
            return "misconfigured";
        }
    }
}
