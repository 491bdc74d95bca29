package io.strongroom.policy.store;

import io.strongroom.policy.RoomPolicy;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * Many data rooms at once, with the groups within. Three SQL statements, and one more for each level of groups: how many rooms
 * there are does not matter.
 */
public final class RoomOverview {

    private final RoomStore store;
    private final EntityManager entities;

    public RoomOverview(KeycloakSession session, RealmModel realm) {
        this.store = new RoomStore(session, realm);
        this.entities = session.getProvider(JpaConnectionProvider.class).getEntityManager();
    }

    /**
     * A data room.
     *
     * @param members        ids of the groups whose members are the room's: its own, and all within
     * @param administrators ids of those among them whose members administer the room
     */
    public record Room(String id, String name, RoomPolicy policy, Set<String> members, Set<String> administrators) {}

    /**
     * Some of the data rooms of a realm, whoever may see them, by name.
     *
     * @param search a part of the name, or null
     * @param first  how many to pass over
     * @param max    how many at most
     */
    public List<Room> page(String search, int first, int max) {
        List<String> ids = store.ids(search).stream().skip(first).limit(max).toList();
        Map<String, Node> rooms = nodes("g.id in (:ids)", ids);
        Map<String, List<Node>> children = childrenBelow(ids);
        return ids.stream().map(rooms::get).map(room -> room(room, children)).toList();
    }

    private static Room room(Node root, Map<String, List<Node>> children) {
        Set<String> members = new HashSet<>(Set.of(root.id()));
        Set<String> administrators = new HashSet<>();
        collect(root, false, false, children, members, administrators);
        return new Room(root.id(), root.name(), RoomPolicy.parse(root::get), members, administrators);
    }

    /** A room within the room has administrators of its own, who are none of this one. */
    private static void collect(
            Node parent,
            boolean administers,
            boolean inOtherRoom,
            Map<String, List<Node>> children,
            Set<String> members,
            Set<String> administrators) {
        for (Node child : children.getOrDefault(parent.id(), List.of())) {
            boolean holds = administers || (!inOtherRoom && RoomPolicy.isAdministrators(child::get));
            members.add(child.id());
            if (holds) {
                administrators.add(child.id());
            }
            boolean nested = inOtherRoom || RoomPolicy.isDataRoom(child::get);
            collect(child, holds, nested, children, members, administrators);
        }
    }

    private Map<String, List<Node>> childrenBelow(List<String> roots) {
        Map<String, List<Node>> children = new HashMap<>();
        Set<String> level = new HashSet<>(roots);
        Set<String> seen = new HashSet<>(roots);
        while (!level.isEmpty()) {
            Map<String, Node> next = nodes("g.parentId in (:ids)", level);
            next.values()
                    .forEach(node -> children.computeIfAbsent(node.parent(), id -> new ArrayList<>())
                            .add(node));
            level = new HashSet<>(next.keySet());
            level.removeIf(id -> !seen.add(id));
        }
        return children;
    }

    private Map<String, Node> nodes(String which, Collection<String> ids) {
        Map<String, Node> nodes = new LinkedHashMap<>();
        if (!ids.isEmpty()) {
            entities.createQuery(
                            "select g.id, g.parentId, g.name, a.name, a.value from GroupEntity g"
                                    + " left join GroupAttributeEntity a on a.group = g and a.name in (:names) where "
                                    + which,
                            Object[].class)
                    .setParameter("ids", ids)
                    .setParameter("names", names())
                    .getResultList()
                    .forEach(row -> nodes.computeIfAbsent((String) row[0], id -> Node.of(row))
                            .add((String) row[3], (String) row[4]));
        }
        return nodes;
    }

    private static List<String> names() {
        return Stream.concat(Stream.of(RoomPolicy.DATA_ROOM, RoomPolicy.ADMINISTRATORS), RoomStore.names())
                .distinct()
                .toList();
    }

    /** A group as it is stored. */
    private record Node(String id, String parent, String name, Map<String, List<String>> attributes) {

        static Node of(Object[] row) {
            return new Node((String) row[0], (String) row[1], (String) row[2], new HashMap<>());
        }

        void add(String attribute, String value) {
            if (attribute != null) {
                attributes.computeIfAbsent(attribute, name -> new ArrayList<>()).add(value);
            }
        }

        String get(String attribute) {
            return GroupAttributes.joined(attributes.getOrDefault(attribute, List.of()).stream());
        }
    }
}
