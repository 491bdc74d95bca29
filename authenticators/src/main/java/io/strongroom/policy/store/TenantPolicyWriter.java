package io.strongroom.policy.store;

import io.strongroom.policy.Problem;
import io.strongroom.policy.Setting;
import io.strongroom.policy.TenantPolicy;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.jpa.entities.RealmEntity;

/** Reads and replaces a tenant's stored policy. */
public final class TenantPolicyWriter {

    private final KeycloakSession session;
    private final RealmModel realm;

    public TenantPolicyWriter(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
    }

    /** Returns the policy attributes that are set, possibly from a cache. */
    public SortedMap<String, String> stored() {
        SortedMap<String, String> stored = new TreeMap<>();
        names().filter(name -> realm.getAttribute(name) != null)
                .forEach(name -> stored.put(name, realm.getAttribute(name)));
        return stored;
    }

    /**
     * Reads the policy attributes from the database, and locks the realm until the transaction ends, so that the
     * second of two concurrent writers sees the first one's changes.
     */
    public SortedMap<String, String> storedForUpdate() {
        EntityManager entities =
                session.getProvider(JpaConnectionProvider.class).getEntityManager();
        entities.createQuery("select r from RealmEntity r where r.id = :realm", RealmEntity.class)
                .setParameter("realm", realm.getId())
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getSingleResult();
        List<Object[]> attributes = entities.createQuery(
                        "select a.name, a.value from RealmAttributeEntity a where a.realm.id = :realm and a.name like 'twoFactor.%'",
                        Object[].class)
                .setParameter("realm", realm.getId())
                .getResultList();
        SortedMap<String, String> stored = new TreeMap<>();
        attributes.stream()
                .filter(attribute -> attribute[1] != null)
                .forEach(attribute -> stored.put((String) attribute[0], (String) attribute[1]));
        stored.keySet().retainAll(names().toList());
        return stored;
    }

    /**
     * Sets these attributes and removes all other policy attributes. Always writes the enforcement, so that a policy
     * that is off can be distinguished from a missing one.
     */
    public void replace(Map<String, String> values) {
        MissingPolicy.forget(realm);
        Map<String, String> written = new TreeMap<>(values);
        written.putIfAbsent(TenantPolicy.ENFORCEMENT, "off");
        names().toList().forEach(name -> {
            if (written.containsKey(name)) {
                realm.setAttribute(name, written.get(name));
            } else {
                realm.removeAttribute(name);
            }
        });
        publishChange();
    }

    /** Replaces invalid values with the effective ones. The policy does not change. */
    public void replaceInvalidValues() {
        Set<String> invalid = TenantPolicy.parse(realm::getAttribute).problems().stream()
                .map(Problem::attribute)
                .collect(Collectors.toSet());
        TenantPolicy.settings(realm::getAttribute).stream()
                .filter(setting -> invalid.contains(setting.attribute()))
                .forEach(this::write);
        publishChange();
    }

    private void write(Setting setting) {
        if (setting.value() == null || canBeAbsent(setting)) {
            realm.removeAttribute(setting.attribute());
        } else {
            realm.setAttribute(setting.attribute(), setting.asAttribute());
        }
    }

    /**
     * Returns whether the attribute can be left out because the setting has its default. The enforcement is always
     * written.
     */
    private static boolean canBeAbsent(Setting setting) {
        return !setting.attribute().equals(TenantPolicy.ENFORCEMENT)
                && TenantPolicy.settings(name -> null).contains(setting);
    }

    /** Removes every policy attribute from the realm. */
    public void removeAll() {
        MissingPolicy.forget(realm);
        all().forEach(realm::removeAttribute);
        publishChange();
    }

    /** Returns the names of all realm attributes with the policy prefix. */
    public List<String> all() {
        return realm.getAttributes().keySet().stream()
                .filter(name -> name.startsWith(TenantPolicy.PREFIX))
                .sorted()
                .toList();
    }

    /** Publishes a policy change, so that the listeners that register the guard check the realm again. */
    public void publishChange() {
        session.getKeycloakSessionFactory().publish(new PolicyWritten(session, realm));
    }

    private static Stream<String> names() {
        return TenantPolicy.settings(name -> null).stream().map(Setting::attribute);
    }

    /** Keycloak publishes changes to only a few attributes; the listeners that register the guard need this one. */
    private record PolicyWritten(KeycloakSession session, RealmModel realm)
            implements RealmModel.RealmAttributeUpdateEvent {

        @Override
        public RealmModel getRealm() {
            return realm;
        }

        @Override
        public String getAttributeName() {
            return TenantPolicy.ENFORCEMENT;
        }

        @Override
        public String getAttributeValue() {
            return realm.getAttribute(TenantPolicy.ENFORCEMENT);
        }

        @Override
        public KeycloakSession getKeycloakSession() {
            return session;
        }
    }
}
