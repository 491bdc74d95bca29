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
 * Reads the data rooms to which an administrator has limited an application. A client that was registered
 * dynamically, or that has a registration access token, can write its own attributes. For such a client, only a realm
 * attribute counts, because only realm administrators can write it.
 */
public final class ClientRooms {

    /**
     * Client attribute: paths or ids of data rooms, separated by {@code ##}, or by commas or line breaks. A realm
     * attribute with this name, followed by a dot and the client's internal id, overrides it.
     */
    public static final String ATTRIBUTE = "twoFactor.dataRooms";

    /** Marks a client that had a registration access token. Unlike the token, the mark is included in exports. */
    private static final String SELF_WRITTEN = "strongroom.dataRoomsSelfWritten";

    private static final String ALL = "the rule of every data room";

    private final KeycloakSession session;
    private final RealmModel realm;

    public ClientRooms(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
    }

    /** Returns the paths and ids of the data rooms the client is limited to; empty if it is not limited. */
    List<String> narrowing(ClientModel client) {
        String ofRealm = realm.getAttribute(realmAttribute(client));
        if (ofRealm != null) {
            return RoomPaths.parse(ofRealm);
        }
        String ofClient = client.getAttribute(ATTRIBUTE);
        return ofClient == null || isSelfWritten(client) ? List.of() : RoomPaths.parse(ofClient);
    }

    private static String realmAttribute(ClientModel client) {
        return ATTRIBUTE + "." + client.getId();
    }

    private static boolean isSelfWritten(ClientModel client) {
        return client.getRegistrationToken() != null || client.getAttribute(SELF_WRITTEN) != null;
    }

    /**
     * Marks a client as self-written if it was registered dynamically or changed with its registration access token.
     */
    public void markSelfWritten(String clientId) {
        ClientModel client = realm.getClientByClientId(clientId);
        if (client != null && client.getRegistrationToken() != null && client.getAttribute(ATTRIBUTE) != null) {
            client.setAttribute(SELF_WRITTEN, "true");
        }
    }

    /** Returns the problems with every client's list of data rooms. */
    public List<Problem> problems() {
        return narrowedClients().flatMap(this::problemsOf).toList();
    }

    private Stream<Problem> problemsOf(ClientModel client) {
        String ofRealm = realm.getAttribute(realmAttribute(client));
        String value = ofRealm == null ? client.getAttribute(ATTRIBUTE) : ofRealm;
        String attribute = ofRealm == null ? ATTRIBUTE : realmAttribute(client);
        if (ofRealm == null && isSelfWritten(client)) {
            return Stream.of(problem(
                    attribute,
                    client,
                    value,
                    ALL,
                    "only in the realm attribute " + realmAttribute(client)
                            + ", because this client can change itself"));
        }
        List<String> paths = RoomPaths.parse(value);
        return paths.isEmpty()
                ? Stream.of(
                        problem(attribute, client, value, ALL, "paths or ids of data rooms, separated by ## or commas"))
                : paths.stream().flatMap(path -> problemOf(attribute, client, path));
    }

    private Stream<Problem> problemOf(String attribute, ClientModel client, String path) {
        List<GroupModel> rooms = new RoomFinder(session, realm).all(path);
        return switch (rooms.size()) {
            case 0 -> Stream.of(problem(attribute, client, path, ALL, "paths or ids of existing data rooms"));
            case 1 -> Stream.empty();
            default -> {
                String ids = String.join(
                        " or ", rooms.stream().map(GroupModel::getId).toList());
                yield Stream.of(problem(
                        attribute,
                        client,
                        path,
                        "the rule of each matching data room",
                        "a path that matches only one data room, or its id: " + ids));
            }
        };
    }

    private static Problem problem(
            String attribute, ClientModel client, String value, String effective, String allowed) {
        return new Problem(attribute, value, effective, allowed).in("client " + client.getClientId());
    }

    private Stream<ClientModel> narrowedClients() {
        Stream<String> byClientAttribute = session
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
        Stream<String> byRealmAttribute = realm.getAttributes().keySet().stream()
                .filter(name -> name.startsWith(ATTRIBUTE + "."))
                .map(name -> name.substring(ATTRIBUTE.length() + 1));
        return Stream.concat(byClientAttribute, byRealmAttribute)
                .distinct()
                .map(realm::getClientById)
                .filter(Objects::nonNull)
                .filter(this::isNarrowed);
    }

    private boolean isNarrowed(ClientModel client) {
        return client.getAttribute(ATTRIBUTE) != null || realm.getAttribute(realmAttribute(client)) != null;
    }
}
