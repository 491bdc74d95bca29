package io.strongroom.admin.request;

import java.util.Arrays;
import java.util.List;

/**
 * What is wrong with one field of a body.
 *
 * @param field      its name, with dots where objects are nested, or null: the body as a whole
 * @param messageKey key of the sentence that says what is wrong and what would be right
 * @param parameters of that sentence; never a phone number
 */
public record FieldError(String field, String messageKey, List<Object> parameters) {

    public FieldError(String field, String messageKey, Object... parameters) {
        this(field, messageKey, Arrays.asList(parameters));
    }

    /** A value as it may be repeated: cut, and without line breaks. */
    public static String shown(String value) {
        String cut = value.length() > 80 ? value.substring(0, 80) + "…" : value;
        return cut.replaceAll("[\\p{Cc}\\u2028\\u2029]", "�");
    }
}
