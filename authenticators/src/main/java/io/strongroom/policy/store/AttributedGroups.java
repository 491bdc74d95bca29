package io.strongroom.policy.store;

import io.strongroom.policy.RoomPolicy;
import jakarta.persistence.EntityManager;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.GroupModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * Finds groups of a realm by their attributes. Queries the database, not the group provider: the provider hides
 * groups from administrators with limited permissions, and a rule must not depend on the caller.
 */
final class AttributedGroups {

    private final KeycloakSession session;
    private final RealmModel realm;

    AttributedGroups(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
    }

    /**
     * Returns the groups that have an attribute with one of these prefixes. Groups are loaded lazily.
     *
     * @param prefixes must not contain SQL wildcards
     */
    Stream<GroupModel> withAny(String... prefixes) {
        return Stream.of(prefixes)
                .flatMap(this::ids)
                .distinct()
                .map(id -> session.groups().getGroupById(realm, id))
                .filter(Objects::nonNull);
    }

    private Stream<String> ids(String prefix) {
        return entityManager()
                .createQuery(
                        "select g.id from GroupEntity g where g.realm = :realm and exists ("
                                + "select 1 from GroupAttributeEntity a where a.group = g and a.name like :prefix)",
                        String.class)
                .setParameter("realm", realm.getId())
                .setParameter("prefix", prefix + "%")
                .getResultList()
                .stream();
    }

    /**
     * Returns whether any potential data room enforces its rule. Invalid values count as well, because they are
     * read as true.
     */
    boolean anyEnforcing() {
        return entityManager()
                .createQuery(
                        "select distinct a.value from GroupAttributeEntity a, GroupEntity g where a.group = g"
                                + " and a.name = :name and g.realm = :realm and a.value is not null and a.value <> 'false'"
                                + " and " + new Organizations(session, realm).canBeRooms(),
                        String.class)
                .setParameter("name", RoomPolicy.ENFORCED)
                .setParameter("realm", realm.getId())
                .getResultList()
                .stream()
                .anyMatch(value -> RoomPolicy.parse(Map.of(RoomPolicy.ENFORCED, value)::get)
                        .enforced());
    }

    private EntityManager entityManager() {
        return session.getProvider(JpaConnectionProvider.class).getEntityManager();
    }
}
