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

/**
 * Loads a page of data rooms with all groups inside them. Runs three SQL statements plus one per level of groups,
 * regardless of the number of rooms.
 */
public final class RoomOverview {

    private final RoomStore store;
    private final EntityManager entities;

    /** @param store the rooms of the realm or of an organization */
    public RoomOverview(KeycloakSession session, RoomStore store) {
        this.store = store;
        this.entities = session.getProvider(JpaConnectionProvider.class).getEntityManager();
    }

    /**
     * A data room with its groups.
     *
     * @param members        ids of the groups whose members belong to the room: the room itself and all groups inside
     *                       it
     * @param administrators ids of those groups whose members administer the room
     */
    public record Room(String id, String name, RoomPolicy policy, Set<String> members, Set<String> administrators) {}

    /**
     * Returns a page of the data rooms, sorted by name, regardless of the caller's permissions.
     *
     * @param search part of the name, or null
     * @param first  number of rooms to skip
     * @param max    maximum number of rooms
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

    /** Collects the groups below {@code parent}. Administrators of a nested room do not administer the outer one. */
    private static void collect(
            Node parent,
            boolean administers,
            boolean inOtherRoom,
            Map<String, List<Node>> children,
            Set<String> members,
            Set<String> administrators) {
        for (Node child : children.getOrDefault(parent.id(), List.of())) {
            boolean childAdministers = administers || (!inOtherRoom && RoomPolicy.isAdministrators(child::get));
            members.add(child.id());
            if (childAdministers) {
                administrators.add(child.id());
            }
            boolean childInOtherRoom = inOtherRoom || RoomPolicy.isDataRoom(child::get);
            collect(child, childAdministers, childInOtherRoom, children, members, administrators);
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

    private Map<String, Node> nodes(String condition, Collection<String> ids) {
        Map<String, Node> nodes = new LinkedHashMap<>();
        if (!ids.isEmpty()) {
            entities.createQuery(
                            "select g.id, g.parentId, g.name, a.name, a.value from GroupEntity g"
                                    + " left join GroupAttributeEntity a on a.group = g and a.name in (:names) where "
                                    + condition,
                            Object[].class)
                    .setParameter("ids", ids)
                    .setParameter("names", attributeNames())
                    .getResultList()
                    .forEach(row -> nodes.computeIfAbsent((String) row[0], id -> Node.of(row))
                            .add((String) row[3], (String) row[4]));
        }
        return nodes;
    }

    private static List<String> attributeNames() {
        return Stream.concat(Stream.of(RoomPolicy.DATA_ROOM, RoomPolicy.ADMINISTRATORS), RoomStore.ruleAttributes())
                .distinct()
                .toList();
    }

    /** A stored group with its attributes. */
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
