package io.strongroom.policy.store;

import io.strongroom.policy.Facts.Room;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.keycloak.models.ClientModel;
import org.keycloak.models.GroupModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * Which of a user's data rooms count at a login. An administrator can narrow them for an application; a request can only
 * name one in addition.
 */
public final class RoomChoice {

    /** Client attribute: group paths, separated by {@code ##}, commas or line breaks. */
    public static final String CLIENT_ROOMS = "twoFactor.dataRooms";

    private final KeycloakSession session;
    private final RealmModel realm;
    private final ClientModel client;
    private final String requested;

    /**
     * @param client    the application, or null: all rooms count
     * @param requested the path or id of the room the request names, or null
     */
    public RoomChoice(KeycloakSession session, RealmModel realm, ClientModel client, String requested) {
        this.session = session;
        this.realm = realm;
        this.client = client;
        this.requested = requested;
    }

    public List<Room> countingFor(UserModel user) {
        List<Room> all = new PolicyStore(session, realm).roomsOf(user, this::isRequested);
        Optional<Set<String>> narrowed = chosenByAdministrator();
        return all.stream()
                .filter(room -> room.requested()
                        || narrowed.map(ids -> ids.contains(room.id())).orElse(true))
                .toList();
    }

    /** Empty where all count, also where a path leads nowhere: a slip must not open a room. */
    private Optional<Set<String>> chosenByAdministrator() {
        String value = client == null ? null : client.getAttribute(CLIENT_ROOMS);
        if (value == null || value.isBlank()) {
            return Optional.empty();
        }
        List<String> paths = Arrays.stream(value.split("##|,|\\R"))
                .map(String::strip)
                .filter(path -> !path.isEmpty())
                .toList();
        Set<String> ids = paths.stream()
                .map(path -> KeycloakModelUtils.findGroupByPath(session, realm, path))
                .filter(Objects::nonNull)
                .map(GroupModel::getId)
                .collect(Collectors.toCollection(HashSet::new));
        return ids.size() == paths.size() ? Optional.of(ids) : Optional.empty();
    }

    private boolean isRequested(GroupModel group) {
        return requested != null
                && (requested.equals(group.getId()) || requested.equals(KeycloakModelUtils.buildGroupPath(group)));
    }
}
