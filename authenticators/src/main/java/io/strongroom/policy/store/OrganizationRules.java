package io.strongroom.policy.store;

import io.strongroom.policy.OrganizationRule;
import io.strongroom.policy.TenantPolicy;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentMap;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.cache.CachedRealmModel;

/**
 * The policy attributes of a realm's organizations. They are loaded in one statement and kept beside Keycloak's cached
 * realm; {@link OrganizationWatcher} drops that entry, on every node, when an attribute changes.
 */
final class OrganizationRules {

    private static final String KEY = "strongroom.organization-rules";
    private static final String CHANGED = "strongroom.organization-rules-changed.";

    private final KeycloakSession session;
    private final RealmModel realm;

    OrganizationRules(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
    }

    /** Returns the organizations with policy attributes among these, in the order of their ids. */
    List<OrganizationRule> of(Collection<String> organizationIds) {
        if (organizationIds.isEmpty()) {
            return List.of();
        }
        Map<String, StoredOrganization> stored = all();
        return organizationIds.stream()
                .sorted()
                .flatMap(id -> Optional.ofNullable(stored.get(id)).stream())
                .map(StoredOrganization::rule)
                .toList();
    }

    /** Returns every organization with policy attributes, by id. */
    Map<String, StoredOrganization> all() {
        if (!(realm instanceof CachedRealmModel cached) || isChanged()) {
            return load();
        }
        ConcurrentMap<?, ?> kept = cached.getCachedWith();
        Object found = kept.get(KEY);
        if (found == null) {
            found = load();
            keep(cached, found);
        }
        return castToRules(found);
    }

    @SuppressWarnings("unchecked") // Keycloak declares the map without types
    private static void keep(CachedRealmModel cached, Object rules) {
        cached.getCachedWith().put(KEY, rules);
    }

    @SuppressWarnings("unchecked") // only keep() stores under this key
    private static Map<String, StoredOrganization> castToRules(Object found) {
        return (Map<String, StoredOrganization>) found;
    }

    private boolean isChanged() {
        return session.getAttribute(CHANGED + realm.getId()) != null;
    }

    /** Drops the loaded attributes: for this session at once, for all others when the transaction ends. */
    void drop() {
        session.setAttribute(CHANGED + realm.getId(), true);
        if (realm instanceof CachedRealmModel cached) {
            cached.invalidate();
        }
    }

    private Map<String, StoredOrganization> load() {
        Map<String, Map<String, Set<String>>> values = new LinkedHashMap<>();
        session.getProvider(JpaConnectionProvider.class)
                .getEntityManager()
                .createQuery(
                        "select o.id, a.name, a.value from OrganizationEntity o, GroupAttributeEntity a"
                                + " where o.realmId = :realm and a.group.id = o.groupId and a.name like :prefix"
                                + " and a.value is not null",
                        Object[].class)
                .setParameter("realm", realm.getId())
                .setParameter("prefix", TenantPolicy.PREFIX + "%")
                .getResultList()
                .forEach(row -> values.computeIfAbsent((String) row[0], id -> new TreeMap<>())
                        .computeIfAbsent((String) row[1], name -> new TreeSet<>())
                        .add((String) row[2]));
        Map<String, StoredOrganization> stored = new LinkedHashMap<>();
        values.forEach((id, attributes) -> stored.put(id, StoredOrganization.of(id, attributes)));
        return Map.copyOf(stored);
    }
}
