package io.strongroom.admin.query;

import io.strongroom.admin.request.FieldError;
import io.strongroom.admin.request.Refusals;
import java.util.List;

/** Parses the {@code status} query parameter. */
public final class Statuses {

    private Statuses() {}

    /** Returns the status with this id, or null if the parameter is absent or blank. */
    public static UserStatus of(String id, Refusals refusals) {
        if (id == null || id.isBlank()) {
            return null;
        }
        return UserStatus.ofId(id)
                .orElseThrow(() -> refusals.fields(List.of(
                        new FieldError("status", "strongroomAdminOneOf", String.join(", ", UserStatus.ids())))));
    }
}
