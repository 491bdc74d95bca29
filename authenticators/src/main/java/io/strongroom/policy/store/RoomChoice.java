package io.strongroom.policy.store;

import io.strongroom.policy.Facts.Room;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.keycloak.models.ClientModel;
import org.keycloak.models.GroupModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/**
 * Selects the user's data rooms that apply to a login. An administrator can limit an application to some rooms; a
 * login request can only add a room.
 */
public final class RoomChoice {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final ClientModel client;
    private final String requested;

    /**
     * @param client    the application; null if all rooms apply
     * @param requested path or id of the room named in the request, or null
     */
    public RoomChoice(KeycloakSession session, RealmModel realm, ClientModel client, String requested) {
        this.session = session;
        this.realm = realm;
        this.client = client;
        this.requested = requested;
    }

    public List<Room> countingFor(UserModel user) {
        List<Room> all = new PolicyStore(session, realm).roomsOf(user, this::isRequested);
        return chosenByAdministrator(all)
                .map(ids -> all.stream()
                        .filter(room -> room.requested() || ids.contains(room.id()))
                        .toList())
                .orElse(all);
    }

    /**
     * Returns the ids of the rooms that apply; empty if all apply. All apply if the list is unreadable or one of its
     * paths matches no data room: a typo must not open a room.
     */
    private Optional<Set<String>> chosenByAdministrator(List<Room> ofUser) {
        List<String> paths = client == null ? List.of() : new ClientRooms(session, realm).narrowing(client);
        if (paths.isEmpty() || ofUser.isEmpty()) {
            return Optional.empty();
        }
        List<GroupModel> groups = ofUser.stream()
                .map(room -> session.groups().getGroupById(realm, room.id()))
                .toList();
        RoomFinder finder = new RoomFinder(session, realm);
        boolean allMatch = paths.stream()
                .allMatch(path ->
                        groups.stream().anyMatch(group -> RoomPath.matches(group, path)) || finder.exists(path));
        return allMatch
                ? Optional.of(groups.stream()
                        .filter(group -> paths.stream().anyMatch(path -> RoomPath.matches(group, path)))
                        .map(GroupModel::getId)
                        .collect(Collectors.toSet()))
                : Optional.empty();
    }

    private boolean isRequested(GroupModel group) {
        return requested != null && !requested.isBlank() && RoomPath.matches(group, requested.strip());
    }
}
