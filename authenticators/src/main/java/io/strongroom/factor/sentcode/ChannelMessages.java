package io.strongroom.factor.sentcode;

import java.util.Map;

/**
 * The message keys that differ between channels.
 *
 * @param label    label of the field for the code
 * @param missing  error if the entry has the wrong length
 * @param refused  error if no message may be sent to the recipient
 * @param locked   explains that the factor is locked
 * @param statuses one message for each status
 */
public record ChannelMessages(
        String label, String missing, String refused, String locked, Map<SendStatus, String> statuses) {

    String of(SendStatus status) {
        return statuses.get(status);
    }
}
