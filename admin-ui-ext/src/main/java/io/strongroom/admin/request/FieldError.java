package io.strongroom.admin.request;

import java.util.Arrays;
import java.util.List;

/**
 * An error in one field of a request body.
 *
 * @param field      name of the field, with dots between nested objects; null if the error concerns the whole body
 * @param messageKey key of the message that describes the error and the allowed values
 * @param parameters parameters of the message; never a phone number
 */
public record FieldError(String field, String messageKey, List<Object> parameters) {

    public FieldError(String field, String messageKey, Object... parameters) {
        this(field, messageKey, Arrays.asList(parameters));
    }

    /** Returns an error that concerns the whole body. */
    static FieldError ofBody(String messageKey, Object... parameters) {
        return new FieldError(null, messageKey, parameters);
    }

    /**
     * Returns a value shortened to at most 80 characters and without control characters, so that a message can
     * safely repeat it.
     */
    public static String shown(String value) {
        String cut = value.length() > 80 ? value.substring(0, 80) + "…" : value;
        return cut.replaceAll("[\\p{Cc}\\u2028\\u2029]", "�");
    }
}
