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

/** Changes the policy of a tenant as a whole. */
public final class TenantPolicyWriter {

    private final KeycloakSession session;
    private final RealmModel realm;

    public TenantPolicyWriter(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
    }

    /** The attributes that are set, as a reader sees them. */
    public SortedMap<String, String> stored() {
        SortedMap<String, String> stored = new TreeMap<>();
        names().filter(name -> realm.getAttribute(name) != null)
                .forEach(name -> stored.put(name, realm.getAttribute(name)));
        return stored;
    }

    /**
     * The attributes that are set, as the database has them, where a cache may lag behind. Whoever calls this is alone with the
     * realm until the transaction ends: of two writers the second sees what the first has written.
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

    /** Sets these attributes and removes all others of a policy, but for the one that tells a policy that is off from none. */
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
        announce();
    }

    /** Sets values that are not allowed to those that hold in their stead, so that nothing changes but what stands there. */
    public void writeWhatHolds() {
        Set<String> wrong = TenantPolicy.parse(realm::getAttribute).problems().stream()
                .map(Problem::attribute)
                .collect(Collectors.toSet());
        TenantPolicy.settings(realm::getAttribute).stream()
                .filter(setting -> wrong.contains(setting.attribute()))
                .forEach(this::write);
        announce();
    }

    private void write(Setting setting) {
        if (setting.value() == null || isUsual(setting)) {
            realm.removeAttribute(setting.attribute());
        } else {
            realm.setAttribute(setting.attribute(), setting.asAttribute());
        }
    }

    /** Whether no value says the same; the enforcement always has one, by which a policy that is off is told from none. */
    private static boolean isUsual(Setting setting) {
        return !setting.attribute().equals(TenantPolicy.ENFORCEMENT)
                && TenantPolicy.settings(name -> null).contains(setting);
    }

    /** Takes every trace of a policy out of the realm. */
    public void removeAll() {
        MissingPolicy.forget(realm);
        all().forEach(realm::removeAttribute);
        announce();
    }

    /** Names of all attributes of the realm that look like a policy's. */
    public List<String> all() {
        return realm.getAttributes().keySet().stream()
                .filter(name -> name.startsWith(TenantPolicy.PREFIX))
                .sorted()
                .toList();
    }

    /** Has those look again who keep the guard in place. */
    public void announce() {
        session.getKeycloakSessionFactory().publish(new PolicyWritten(session, realm));
    }

    private static Stream<String> names() {
        return TenantPolicy.settings(name -> null).stream().map(Setting::attribute);
    }

    /** Keycloak tells of few attributes that change; this one has to be known to those who keep the guard in place. */
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
