package io.strongroom.policy.store;

import io.strongroom.policy.RoomPolicy;
import io.strongroom.policy.Setting;
import jakarta.persistence.TypedQuery;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.GroupModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** Finds and writes a tenant's data room groups. */
public final class RoomStore {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final String organizationId;

    public RoomStore(KeycloakSession session, RealmModel realm) {
        this(session, realm, null);
    }

    /** @param organizationId id of the organization whose data rooms are listed, or null to list all of the realm */
    public RoomStore(KeycloakSession session, RealmModel realm, String organizationId) {
        this.session = session;
        this.realm = realm;
        this.organizationId = organizationId;
    }

    /**
     * Returns all data rooms, sorted by name, regardless of the caller's permissions. Groups are loaded lazily.
     *
     * @param search part of the name, or null
     */
    public Stream<GroupModel> rooms(String search) {
        return ids(search).stream().map(this::find).flatMap(Optional::stream);
    }

    /**
     * Returns the ids of all data rooms with this text in their name, sorted by name. {@link RoomPolicy#isDataRoom},
     * not the query, decides which groups are data rooms.
     */
    List<String> ids(String search) {
        String part = search == null ? "" : search.toLowerCase(Locale.ROOT);
        Map<String, List<String>> values = new LinkedHashMap<>();
        TypedQuery<Object[]> query = session.getProvider(JpaConnectionProvider.class)
                .getEntityManager()
                .createQuery(
                        "select g.id, a.value from GroupEntity g join GroupAttributeEntity a on a.group = g"
                                + " where g.realm = :realm and a.name = :name and a.value is not null"
                                + " and lower(g.name) like concat('%', :part, '%') escape '!'"
                                + " and " + new Organizations(session, realm).canBeRooms()
                                + (organizationId == null ? "" : " and g.organization.id = :organization")
                                + " order by g.name, g.id",
                        Object[].class)
                .setParameter("realm", realm.getId())
                .setParameter("part", part.replaceAll("([!%_])", "!$1"))
                .setParameter("name", RoomPolicy.DATA_ROOM);
        if (organizationId != null) {
            query.setParameter("organization", organizationId);
        }
        query.getResultList()
                .forEach(row -> values.computeIfAbsent((String) row[0], id -> new ArrayList<>())
                        .add((String) row[1]));
        return values.entrySet().stream()
                .filter(group -> isRoom(group.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static boolean isRoom(List<String> values) {
        return RoomPolicy.isDataRoom(
                name -> name.equals(RoomPolicy.DATA_ROOM) ? GroupAttributes.joined(values.stream()) : null);
    }

    public Optional<GroupModel> find(String id) {
        return Optional.ofNullable(session.groups().getGroupById(realm, id)).filter(RoomStore::isRoom);
    }

    public static boolean isRoom(GroupModel group) {
        return !Organizations.isOrganization(group) && RoomPolicy.isDataRoom(GroupAttributes.of(group));
    }

    /** Returns whether a group's members administer the enclosing room. */
    public static boolean isAdministratorsGroup(GroupModel group) {
        return RoomPolicy.isAdministrators(GroupAttributes.of(group));
    }

    public static RoomPolicy policyOf(GroupModel room) {
        return RoomPolicy.parse(GroupAttributes.of(room));
    }

    public static List<Setting> settingsOf(GroupModel room) {
        return RoomPolicy.settings(GroupAttributes.of(room));
    }

    /** Returns the rule attributes that are set. */
    public static SortedMap<String, String> storedIn(GroupModel room) {
        SortedMap<String, String> stored = new TreeMap<>();
        ruleAttributes()
                .filter(name -> room.getFirstAttribute(name) != null)
                .forEach(name -> stored.put(name, room.getFirstAttribute(name)));
        return stored;
    }

    /** Makes a group a data room with this rule. Removes rule attributes that the map does not contain. */
    public static void write(GroupModel group, Map<String, String> rule) {
        group.setSingleAttribute(RoomPolicy.DATA_ROOM, "true");
        ruleAttributes().filter(name -> !name.equals(RoomPolicy.ENFORCED)).forEach(name -> {
            if (rule.containsKey(name)) {
                group.setSingleAttribute(name, rule.get(name));
            } else {
                group.removeAttribute(name);
            }
        });
        // Written last and never removed, so that listeners also notice when a rule ends.
        group.setSingleAttribute(RoomPolicy.ENFORCED, rule.getOrDefault(RoomPolicy.ENFORCED, "false"));
    }

    public static void makeAdministrators(GroupModel group) {
        group.setSingleAttribute(RoomPolicy.ADMINISTRATORS, "true");
    }

    /** Returns all groups with a rule attribute, whether or not they are data rooms. */
    public List<GroupModel> ruled() {
        return new AttributedGroups(session, realm)
                .withAny(RoomPolicy.RULE_PREFIX)
                .filter(group -> !Organizations.isOrganization(group))
                .toList();
    }

    /** Removes the rule from a group. A data room remains a data room. */
    public static void removeRule(GroupModel group) {
        group.setSingleAttribute(RoomPolicy.ENFORCED, "false");
        group.getAttributes().keySet().stream()
                .filter(name -> name.startsWith(RoomPolicy.RULE_PREFIX))
                .toList()
                .forEach(group::removeAttribute);
    }

    static Stream<String> ruleAttributes() {
        return RoomPolicy.settings(name -> null).stream().map(Setting::attribute);
    }
}
