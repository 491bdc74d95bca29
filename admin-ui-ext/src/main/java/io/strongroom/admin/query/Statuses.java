package io.strongroom.admin.query;

import io.strongroom.admin.request.FieldError;
import io.strongroom.admin.request.Refusals;
import java.util.List;

/** The query parameter {@code status}. */
public final class Statuses {

    private Statuses() {}

    /** Returns null if the parameter is absent or blank. */
    public static UserStatus of(String id, Refusals refusals) {
        if (id == null || id.isBlank()) {
            return null;
        }
        return UserStatus.ofId(id)
                .orElseThrow(() -> refusals.fields(List.of(
                        new FieldError("status", "strongroomAdminOneOf", String.join(", ", UserStatus.ids())))));
    }
}
