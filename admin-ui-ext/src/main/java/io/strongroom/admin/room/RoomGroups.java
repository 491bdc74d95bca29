package io.strongroom.admin.room;

import io.strongroom.policy.store.RoomStore;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.keycloak.models.GroupModel;

/**
 * The groups whose members are members of a data room: the room itself and all groups below it.
 *
 * @param names          names of the groups, by id
 * @param administrators ids of the groups whose members administer the room
 */
record RoomGroups(Map<String, String> names, Set<String> administrators) {

    static RoomGroups of(GroupModel room) {
        RoomGroups groups = new RoomGroups(new LinkedHashMap<>(), new HashSet<>());
        groups.names.put(room.getId(), room.getName());
        room.getSubGroupsStream().forEach(group -> groups.add(group, Position.IN_ROOM));
        return groups;
    }

    /** The position of a group relative to the room. */
    private enum Position {
        IN_ROOM,
        IN_ADMINISTRATORS,
        /** The group is in a nested room, which has its own administrators. They do not administer the outer room. */
        IN_NESTED_ROOM
    }

    private void add(GroupModel group, Position parent) {
        Position position = parent == Position.IN_ROOM ? positionOf(group) : parent;
        names.put(group.getId(), group.getName());
        if (position == Position.IN_ADMINISTRATORS) {
            administrators.add(group.getId());
        }
        group.getSubGroupsStream().forEach(child -> add(child, position));
    }

    private static Position positionOf(GroupModel group) {
        if (RoomStore.isAdministratorsGroup(group)) {
            return Position.IN_ADMINISTRATORS;
        }
        return RoomStore.isRoom(group) ? Position.IN_NESTED_ROOM : Position.IN_ROOM;
    }
}
