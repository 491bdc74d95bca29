package io.strongroom.admin.room;

import io.strongroom.policy.Method;
import io.strongroom.policy.RoomPolicy;
import io.strongroom.policy.store.RoomPath;
import io.strongroom.policy.store.RoomStore;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.keycloak.models.GroupModel;
import org.keycloak.models.OrganizationModel;

/**
 * A data room as the admin API represents it.
 *
 * @param path          path of the group, such as {@code /Falcon}, or {@code acme:/Falcon} in an organization
 * @param organization  id of the organization to which the room belongs, or null
 * @param enforced      whether members who are not administrators are asked for a factor
 * @param methods       accepted methods, the strongest first
 * @param withoutNumber what happens to a member without a number: {@code enrol}, {@code allow}, {@code refuse}
 * @param userGroups    child groups of the room, ordered by name
 */
@Schema(name = "DataRoom")
public record RoomRepresentation(
        String id,
        String name,
        String path,
        String organization,
        boolean enforced,
        List<String> methods,
        String withoutNumber,
        List<UserGroup> userGroups) {

    /**
     * @param administrators whether the members of the group administer the room; its rule does not apply to
     *                       administrators
     */
    @Schema(name = "UserGroup")
    public record UserGroup(String id, String name, boolean administrators) {

        private static UserGroup of(GroupModel group) {
            return new UserGroup(group.getId(), group.getName(), RoomStore.isAdministratorsGroup(group));
        }
    }

    public static RoomRepresentation of(GroupModel room) {
        RoomPolicy policy = RoomStore.policyOf(room);
        OrganizationModel organization = room.getOrganization();
        return new RoomRepresentation(
                room.getId(),
                room.getName(),
                RoomPath.of(room),
                organization == null ? null : organization.getId(),
                policy.enforced(),
                policy.methods().stream().sorted().map(Method::word).toList(),
                policy.withoutNumber().name().toLowerCase(Locale.ROOT),
                room.getSubGroupsStream().map(UserGroup::of).toList());
    }
}
