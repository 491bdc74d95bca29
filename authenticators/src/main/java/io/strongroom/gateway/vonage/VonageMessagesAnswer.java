package io.strongroom.gateway.vonage;

import com.vonage.client.messages.MessageResponse;
import com.vonage.client.messages.MessageResponseException;
import io.strongroom.gateway.SendResult;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Maps a response from Vonage's Messages API to a {@link SendResult}. The message is accepted only if the response
 * has a message id. Otherwise, the result depends on the HTTP status and, for 422, on the code at the end of the
 * problem's {@code type}, see https://developer.vonage.com/en/api-errors/messages.
 */
final class VonageMessagesAnswer {

    private static final int UNPROCESSABLE = 422;

    /**
     * Error codes for a rejected number: unknown prefix, barred number, invalid or missing number, illegal number,
     * invalid recipient.
     */
    private static final Set<String> NUMBER_REJECTED = Set.of("1040", "1050", "1170", "1240", "1430");

    /** Error codes for a message that was not sent: throttled, internal error, communication failure. */
    private static final Set<String> NOT_SENT = Set.of("1000", "1030", "1100");

    private VonageMessagesAnswer() {}

    static SendResult of(MessageResponse answer) {
        return answer == null || answer.getMessageUuid() == null
                ? new SendResult.NotSent("the response has no message id")
                : new SendResult.Accepted("message id " + answer.getMessageUuid());
    }

    static SendResult of(MessageResponseException refusal) {
        if (refusal.getStatusCode() != UNPROCESSABLE) {
            return VonageAnswer.ofHttpStatus(refusal.getStatusCode());
        }
        String code = code(refusal.getType());
        String reason = ("HTTP 422 " + code + " " + lettersOf(refusal.getTitle())).strip();
        if (NUMBER_REJECTED.contains(code) || namesRecipient(refusal.getInvalidParameters())) {
            return new SendResult.NumberRejected(reason);
        }
        return NOT_SENT.contains(code) ? new SendResult.NotSent(reason) : new SendResult.Misconfigured(reason);
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

    /**
     * Returns only the letters and spaces of a title, at most 60 characters, because digits could be a phone number
     * or a code.
     */
    private static String lettersOf(String title) {
        String letters =
                title == null ? "" : title.replaceAll("[^\\p{L} ]+", "").strip();
        return letters.substring(0, Math.min(letters.length(), 60));
    }
}
