package io.strongroom.gateway;

/** What became of a message, with the vendor's reason for the log and the event. */
public sealed interface SendResult {

    /** For the log; never shown to a user. */
    String reason();

    /** The vendor took it; that it arrives is not said. */
    record Accepted(String reason) implements SendResult {}

    /** The number is at fault: sending again does not help. */
    record NumberRejected(String reason) implements SendResult {}

    /** Sending again later, or by another gateway, may help. */
    record TryLater(String reason) implements SendResult {}

    /** It may have been sent: it must not be sent again by itself. */
    record Unknown(String reason) implements SendResult {}

    /** An administrator has to mend something. */
    record Misconfigured(String reason) implements SendResult {}
}
