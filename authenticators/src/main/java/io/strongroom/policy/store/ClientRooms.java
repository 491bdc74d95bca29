package io.strongroom.policy.store;

import io.strongroom.policy.Problem;
import io.strongroom.policy.RoomPaths;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.ClientModel;
import org.keycloak.models.GroupModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * The data rooms that count for an application, where an administrator narrowed them. A client that was registered dynamically, or
 * for which a registration access token was made, can write its own attributes: for such a one a realm attribute speaks, which only
 * managers of the realm write.
 */
public final class ClientRooms {

    /**
     * Client attribute: paths or ids of data rooms, separated by {@code ##}, or by commas or line breaks. As a realm attribute, with
     * a dot and the client's internal id, it goes before that of the client.
     */
    public static final String ATTRIBUTE = "twoFactor.dataRooms";

    /** Stays with the client where its registration access token does not: in an export. */
    private static final String SELF_WRITTEN = "strongroom.dataRoomsSelfWritten";

    private static final String ALL = "the rule of every data room";

    private final KeycloakSession session;
    private final RealmModel realm;

    public ClientRooms(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
    }

    /** Paths and ids; empty where all rooms count. */
    List<String> narrowing(ClientModel client) {
        String byRealm = realm.getAttribute(nameFor(client));
        if (byRealm != null) {
            return RoomPaths.parse(byRealm);
        }
        String byClient = client.getAttribute(ATTRIBUTE);
        return byClient == null || isSelfWritten(client) ? List.of() : RoomPaths.parse(byClient);
    }

    private static String nameFor(ClientModel client) {
        return ATTRIBUTE + "." + client.getId();
    }

    private static boolean isSelfWritten(ClientModel client) {
        return client.getRegistrationToken() != null || client.getAttribute(SELF_WRITTEN) != null;
    }

    /** To be called when a client was registered dynamically, or changed by its registration access token. */
    public void noticeRegistration(String clientId) {
        ClientModel client = realm.getClientByClientId(clientId);
        if (client != null && client.getRegistrationToken() != null && client.getAttribute(ATTRIBUTE) != null) {
            client.setAttribute(SELF_WRITTEN, "true");
        }
    }

    /** What does not narrow anything as it stands, of all clients. */
    public List<Problem> problems() {
        return clientsThatNarrow().flatMap(this::problemsOf).toList();
    }

    private Stream<Problem> problemsOf(ClientModel client) {
        String byRealm = realm.getAttribute(nameFor(client));
        String value = byRealm == null ? client.getAttribute(ATTRIBUTE) : byRealm;
        String where = byRealm == null ? ATTRIBUTE : nameFor(client);
        if (byRealm == null && isSelfWritten(client)) {
            return Stream.of(problem(
                    where,
                    client,
                    value,
                    ALL,
                    "in the realm attribute " + nameFor(client) + ", since this client can change itself"));
        }
        List<String> paths = RoomPaths.parse(value);
        return paths.isEmpty()
                ? Stream.of(problem(
                        where, client, value, ALL, "paths or ids of data rooms, with ## or commas between them"))
                : paths.stream().flatMap(path -> problemOf(where, client, path));
    }

    private Stream<Problem> problemOf(String where, ClientModel client, String path) {
        List<GroupModel> rooms = new RoomFinder(session, realm).all(path);
        return switch (rooms.size()) {
            case 0 -> Stream.of(problem(where, client, path, ALL, "paths or ids of data rooms that exist"));
            case 1 -> Stream.empty();
            default -> {
                String ids = String.join(
                        " or ", rooms.stream().map(GroupModel::getId).toList());
                yield Stream.of(problem(
                        where,
                        client,
                        path,
                        "the rule of each of them",
                        "a path that leads to one data room, or " + ids));
            }
        };
    }

    private static Problem problem(String where, ClientModel client, String value, String holds, String allowed) {
        return new Problem(where, value, holds, allowed).in("client " + client.getClientId());
    }

    private Stream<ClientModel> clientsThatNarrow() {
        Stream<String> byClient = session
                .getProvider(JpaConnectionProvider.class)
                .getEntityManager()
                .createQuery(
                        "select a.client.id from ClientAttributeEntity a where a.name = :name and a.value is not null"
                                + " and a.client.realmId = :realm",
                        String.class)
                .setParameter("name", ATTRIBUTE)
                .setParameter("realm", realm.getId())
                .getResultList()
                .stream();
        Stream<String> byRealm = realm.getAttributes().keySet().stream()
                .filter(name -> name.startsWith(ATTRIBUTE + "."))
                .map(name -> name.substring(ATTRIBUTE.length() + 1));
        return Stream.concat(byClient, byRealm)
                .distinct()
                .map(realm::getClientById)
                .filter(Objects::nonNull)
                .filter(client -> narrowsByAttribute(client));
    }

    private boolean narrowsByAttribute(ClientModel client) {
        return client.getAttribute(ATTRIBUTE) != null || realm.getAttribute(nameFor(client)) != null;
    }
}
