package io.strongroom.policy.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.GroupModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/** Finds the data rooms a path or an id leads to, whoever asks. */
final class RoomFinder {

    private final KeycloakSession session;
    private final RealmModel realm;

    RoomFinder(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
    }

    /** Whether there is one: from Keycloak's cache, where it has the group. */
    boolean isAny(String path) {
        GroupModel known = path.contains("/")
                ? KeycloakModelUtils.findGroupByPath(session, realm, path)
                : session.groups().getGroupById(realm, path);
        boolean isKnown = known != null && RoomStore.isRoom(known) && RoomPath.leadsTo(known, path);
        return isKnown || !all(path).isEmpty();
    }

    List<GroupModel> all(String path) {
        return session
                .getProvider(JpaConnectionProvider.class)
                .getEntityManager()
                .createQuery(
                        "select g.id from GroupEntity g where g.realm = :realm and (g.id = :path or g.name in (:names)) and "
                                + new Organizations(session, realm).canBeRooms(),
                        String.class)
                .setParameter("realm", realm.getId())
                .setParameter("path", path)
                .setParameter("names", lastNames(path))
                .getResultList()
                .stream()
                .map(id -> session.groups().getGroupById(realm, id))
                .filter(Objects::nonNull)
                .filter(RoomStore::isRoom)
                .filter(group -> RoomPath.leadsTo(group, path))
                .toList();
    }

    /** What the group at the end of a path may be called: names can hold slashes, at their end as well. */
    private static List<String> lastNames(String path) {
        List<String> names = new ArrayList<>(List.of(path));
        for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
            names.add(path.substring(slash + 1));
        }
        List<String> all = new ArrayList<>();
        for (String name : names) {
            String unescaped = name.replace("~/", "/");
            for (String one : List.of(name, unescaped)) {
                all.add(one);
                all.add(one.endsWith("/") ? one.substring(0, one.length() - 1) : one + "/");
            }
        }
        return all.stream().distinct().toList();
    }
}
