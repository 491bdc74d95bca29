package io.strongroom.admin.query;

import io.strongroom.admin.request.FieldError;
import io.strongroom.admin.request.Refusals;
import java.util.List;

/** The query parameter {@code status}. */
public final class Statuses {

    private Statuses() {}

    /** Null where none is asked for. */
    public static UserStatus of(String word, Refusals refusals) {
        if (word == null || word.isBlank()) {
            return null;
        }
        return UserStatus.ofWord(word)
                .orElseThrow(() -> refusals.fields(List.of(
                        new FieldError("status", "strongroomAdminOneOf", String.join(", ", UserStatus.words())))));
    }
}
