package io.strongroom.admin.room;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A member of a data room.
 *
 * @param groups        names of the member's groups in the room
 * @param administrator whether the member administers the room; its rule does not apply to administrators
 * @param phoneNumber   the phone number set for this member for this room, or null; masked unless the administrator may
 *                      manage this user
 * @param status        {@code none}, {@code sms}, {@code totp}, {@code both} or {@code locked}; the user's own factors
 *                      count as well
 */
@Schema(name = "Member")
public record MemberRepresentation(
        String id,
        String username,
        String email,
        String firstName,
        String lastName,
        boolean enabled,
        List<String> groups,
        boolean administrator,
        String phoneNumber,
        String status) {}
