package io.strongroom.gateway;

/**
 * What became of a message. It decides what happens next, so an implementation chooses the one that is true, and the more
 * careful one where it cannot know. Every reason is for the log and the event of an administrator, never for a user; it
 * holds no text of the message, no number and no secret.
 */
public sealed interface SendResult {

    /** In the vendor's terms, one line. */
    String reason();

    /** Whether the message has certainly not been taken, so that another gateway may send it. */
    default boolean isCertainlyUnsent() {
        return this instanceof TryLater || this instanceof Misconfigured;
    }

    /** The vendor took it; that it arrives is not said. */
    record Accepted(String reason) implements SendResult {}

    /** The number is at fault: neither sending again nor another gateway helps, and the user is told so. */
    record NumberRejected(String reason) implements SendResult {}

    /** The message has certainly not been taken, and sending it later, or by another gateway, may help. */
    record TryLater(String reason) implements SendResult {}

    /** It may have been taken (no answer in time, an answer nobody understands): it is not sent again by itself. */
    record Unknown(String reason) implements SendResult {}

    /** The message has certainly not been taken, and an administrator has to mend something first. */
    record Misconfigured(String reason) implements SendResult {}
}
