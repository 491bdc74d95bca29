package io.strongroom.gateway.vonage;

import com.vonage.client.messages.MessageResponse;
import com.vonage.client.messages.MessageResponseException;
import io.strongroom.gateway.SendResult;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What an answer of Vonage's Messages API means. Only one with the id of a message means that the message was taken. Why it
 * was not is in the HTTP status and, for 422, in the code at the end of the problem's {@code type}, see
 * https://developer.vonage.com/en/api-errors/messages.
 */
final class VonageMessagesAnswer {

    private static final int UNPROCESSABLE = 422;

    /** Unknown prefix, barred, invalid or missing number, illegal number, invalid recipient. */
    private static final Set<String> NUMBER_AT_FAULT = Set.of("1040", "1050", "1170", "1240", "1430");

    /** Throttled, internal error, communication failed. */
    private static final Set<String> TRY_LATER = Set.of("1000", "1030", "1100");

    private VonageMessagesAnswer() {}

    static SendResult of(MessageResponse answer) {
        return answer == null || answer.getMessageUuid() == null
                ? new SendResult.NotSent("the answer names no message")
                : new SendResult.Accepted("message id " + answer.getMessageUuid());
    }

    static SendResult of(MessageResponseException refusal) {
        if (refusal.getStatusCode() != UNPROCESSABLE) {
            return VonageAnswer.ofHttpStatus(refusal.getStatusCode());
        }
        String code = code(refusal.getType());
        String reason = "HTTP 422 " + code + " " + words(refusal.getTitle());
        if (NUMBER_AT_FAULT.contains(code) || namesRecipient(refusal.getInvalidParameters())) {
            return new SendResult.NumberRejected(reason.strip());
        }
        return TRY_LATER.contains(code)
                ? new SendResult.NotSent(reason.strip())
                : new SendResult.Misconfigured(reason.strip());
    }

    private static String code(URI type) {
        String fragment = type == null ? null : type.getFragment();
        return fragment != null && fragment.matches("\\d{1,5}") ? fragment : "without a code";
    }

    private static boolean namesRecipient(List<?> parameters) {
        return parameters != null
                && parameters.stream()
                        .anyMatch(parameter -> parameter instanceof Map<?, ?> named && "to".equals(named.get("name")));
    }

    /** The title in letters only: digits could be a number or a code. */
    private static String words(String title) {
        String letters =
                title == null ? "" : title.replaceAll("[^\\p{L} ]+", "").strip();
        return letters.substring(0, Math.min(letters.length(), 60));
    }
}
