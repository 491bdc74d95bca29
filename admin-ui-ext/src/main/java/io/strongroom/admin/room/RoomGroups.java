package io.strongroom.admin.room;

import io.strongroom.policy.store.RoomStore;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.keycloak.models.GroupModel;

/**
 * The groups whose members are members of a data room: the room itself and all below it.
 *
 * @param names          by id
 * @param administrators ids of those whose members are the room's administrators
 */
record RoomGroups(Map<String, String> names, Set<String> administrators) {

    static RoomGroups of(GroupModel room) {
        RoomGroups groups = new RoomGroups(new LinkedHashMap<>(), new HashSet<>());
        groups.names.put(room.getId(), room.getName());
        room.getSubGroupsStream().forEach(group -> groups.add(group, false, false));
        return groups;
    }

    /** A room within the room has administrators of its own, who are none of this one. */
    private void add(GroupModel group, boolean administrator, boolean inOtherRoom) {
        boolean holds = administrator || (!inOtherRoom && RoomStore.holdsAdministrators(group));
        names.put(group.getId(), group.getName());
        if (holds) {
            administrators.add(group.getId());
        }
        boolean nested = inOtherRoom || RoomStore.isRoom(group);
        group.getSubGroupsStream().forEach(child -> add(child, holds, nested));
    }
}
