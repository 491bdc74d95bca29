package io.strongroom.gateway.vonage;

import com.vonage.client.sms.MessageStatus;
import com.vonage.client.sms.SmsSubmissionResponse;
import com.vonage.client.sms.SmsSubmissionResponseMessage;
import io.strongroom.gateway.SendResult;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Maps a response from Vonage's SMS API to a {@link SendResult}. The message is accepted only if the response lists
 * at least one message and all of them have status 0 and an id.
 */
final class VonageAnswer {

    private VonageAnswer() {}

    static SendResult of(SmsSubmissionResponse answer) {
        List<SmsSubmissionResponseMessage> messages = answer == null ? null : answer.getMessages();
        if (messages == null || messages.isEmpty() || messages.stream().anyMatch(Objects::isNull)) {
            return new SendResult.NotSent("the response lists no message");
        }
        Optional<SmsSubmissionResponseMessage> failed = messages.stream()
                .filter(message -> message.getStatus() != MessageStatus.OK || isBlank(message.getId()))
                .findFirst();
        return failed.map(VonageAnswer::ofFailed)
                .orElseGet(() ->
                        new SendResult.Accepted("message id " + messages.get(0).getId()));
    }

    static SendResult ofHttpStatus(int status) {
        String reason = "HTTP " + status;
        return status == 401 || status == 402 || status == 403
                ? new SendResult.Misconfigured(reason)
                : new SendResult.NotSent(reason);
    }

    private static SendResult ofFailed(SmsSubmissionResponseMessage message) {
        MessageStatus status = message.getStatus();
        if (status == null || status == MessageStatus.OK) {
            return new SendResult.NotSent("the response has no status or no message id");
        }
        String reason = "status " + status.getMessageStatus() + " " + status;
        return switch (status) {
            case INVALID_MESSAGE, NUMBER_BARRED, NUMBER_DEACTIVATED, NUMBER_UNREACHABLE ->
                new SendResult.NumberRejected(reason);
            case THROTTLED, INTERNAL_ERROR, TOO_MANY_BINDS, COMMS_FAILURE, UNKNOWN -> new SendResult.NotSent(reason);
            default -> new SendResult.Misconfigured(reason);
        };
    }

    private static boolean isBlank(String value) {
        return value == null || value.isBlank();
    }
}
