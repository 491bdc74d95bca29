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
 * @param status        as for users, by the factors that the room accepts; the user's own factors count as well
 * @param factors       methods of the factors that the room accepts from this member, the strongest first
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
        String status,
        List<String> factors) {}
