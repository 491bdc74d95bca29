package io.strongroom.gateway;

/**
 * The result of sending a message through one gateway. It determines whether the message goes to the fallback
 * gateway: an implementation that can't rule out that the message was sent returns {@link Uncertain}. Reasons are
 * meant for logs and events read by administrators, never for users. They contain no message text, number or secret.
 */
public sealed interface SendResult {

    /** Returns the reason in the vendor's terms, as a single line. */
    String reason();

    /** Returns this result's name in metrics, events and logs, as listed in {@code docs/operations.md}. */
    String word();

    /** Returns whether the vendor definitely did not accept the message, so that another gateway may send it. */
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

    /** The vendor definitely did not accept the message. Another gateway, or a later attempt, may succeed. */
    record NotSent(String reason) implements SendResult {
        @Override
        public String word() {
            return "not_sent";
        }
    }

    /**
     * The vendor may have accepted the message: it did not respond in time, or its response was unreadable. The
     * message is not resent automatically.
     */
    record Uncertain(String reason) implements SendResult {
        @Override
        public String word() {
            return "uncertain";
        }
    }

    /**
     * The vendor definitely did not accept the message, and an administrator has to fix the configuration or the
     * account.
     */
    record Misconfigured(String reason) implements SendResult {
        @Override
        public String word() {
            return "misconfigured";
        }
    }
}
