package io.strongroom.policy.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.GroupModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/** Finds data rooms by path or id, regardless of the caller's permissions. */
final class RoomFinder {

    private final KeycloakSession session;
    private final RealmModel realm;

    RoomFinder(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
    }

    /** Returns whether any data room has this path or id. Tries Keycloak's cache before the database. */
    boolean exists(String path) {
        GroupModel cached = path.contains("/")
                ? KeycloakModelUtils.findGroupByPath(session, realm, path)
                : session.groups().getGroupById(realm, path);
        boolean isCached = cached != null && RoomStore.isRoom(cached) && RoomPath.matches(cached, path);
        return isCached || !all(path).isEmpty();
    }

    /** Returns all data rooms with this path or id. There can be several, because group names can contain slashes. */
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
                .filter(group -> RoomPath.matches(group, path))
                .toList();
    }

    /** Returns the possible names of a path's last group: names can contain slashes, and even end with one. */
    static List<String> lastNames(String path) {
        List<String> names = new ArrayList<>(List.of(path));
        for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
            names.add(path.substring(slash + 1));
        }
        List<String> all = new ArrayList<>();
        for (String name : names) {
            String unescaped = name.replace("~/", "/");
            for (String form : List.of(name, unescaped)) {
                all.add(form);
                all.add(form.endsWith("/") ? form.substring(0, form.length() - 1) : form + "/");
            }
        }
        return all.stream().distinct().toList();
    }
}
