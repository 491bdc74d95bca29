package io.strongroom.policy.store;

import io.strongroom.policy.OrganizationPolicy;
import io.strongroom.policy.Problem;
import io.strongroom.policy.Setting;
import io.strongroom.policy.TenantPolicy;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.RealmModel;
import org.keycloak.models.jpa.entities.OrganizationEntity;

/** Reads and replaces the stored policy of an organization. Keeps the organization's other attributes. */
public final class OrganizationPolicyWriter {

    /** The longest value that Keycloak's database can store in an attribute of an organization. */
    public static final int MAX_LENGTH = 255;

    private final KeycloakSession session;
    private final RealmModel realm;
    private final OrganizationModel organization;

    public OrganizationPolicyWriter(KeycloakSession session, RealmModel realm, OrganizationModel organization) {
        this.session = session;
        this.realm = realm;
        this.organization = organization;
    }

    /** Returns the policy attributes that are set, possibly from a cache. */
    public SortedMap<String, String> stored() {
        return policyIn(organization.getAttributes());
    }

    /**
     * Reads the policy attributes from the database, and locks the organization until the transaction ends, so that
     * the second of two concurrent writers sees the first one's changes.
     */
    public SortedMap<String, String> storedForUpdate() {
        entities()
                .createQuery("select o from OrganizationEntity o where o.id = :id", OrganizationEntity.class)
                .setParameter("id", organization.getId())
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getSingleResult();
        return policyIn(attributes());
    }

    /** Sets these attributes and removes all other policy attributes. An empty map removes the policy. */
    public void replace(Map<String, String> values) {
        Map<String, List<String>> all = attributes();
        all.keySet().removeAll(OrganizationPolicy.names());
        values.forEach((name, value) -> all.put(name, List.of(value)));
        write(all);
    }

    /** Replaces invalid values with the effective ones. The policy does not change. */
    public void replaceInvalidValues() {
        SortedMap<String, String> values = storedForUpdate();
        TenantPolicy tenant = new PolicyStore(session, realm).tenant();
        Set<String> invalid = OrganizationPolicy.parse(values::get, tenant).problems().stream()
                .map(Problem::attribute)
                .collect(Collectors.toSet());
        List<Setting> effective = OrganizationPolicy.settings(values::get, tenant);
        effective.stream()
                .filter(setting -> invalid.contains(setting.attribute()))
                .forEach(setting -> {
                    if (setting.value() == null) {
                        values.remove(setting.attribute());
                    } else {
                        values.put(setting.attribute(), setting.asAttribute());
                    }
                });
        replace(values);
    }

    /** Removes every policy attribute from the organization, including those without effect. */
    public void removeAll() {
        Map<String, List<String>> all = attributes();
        all.keySet().removeIf(name -> name.startsWith(TenantPolicy.PREFIX));
        write(all);
    }

    private void write(Map<String, List<String>> all) {
        MissingPolicy.forget(realm, organization.getId());
        organization.setAttributes(all);
        new OrganizationRules(session, realm).drop();
        session.getKeycloakSessionFactory()
                .publish(new OrganizationPolicyWritten(session, realm, organization.getId()));
    }

    private static SortedMap<String, String> policyIn(Map<String, List<String>> attributes) {
        SortedMap<String, String> policy = new TreeMap<>();
        OrganizationPolicy.names().forEach(name -> {
            String value = GroupAttributes.joined(attributes.getOrDefault(name, List.of()).stream());
            if (value != null) {
                policy.put(name, value);
            }
        });
        return policy;
    }

    /** Reads all attributes past the caches, so that a concurrent change to another attribute is not undone. */
    private Map<String, List<String>> attributes() {
        Map<String, List<String>> attributes = new TreeMap<>();
        entities()
                .createQuery(
                        "select a.name, a.value from GroupAttributeEntity a, OrganizationEntity o"
                                + " where o.id = :id and a.group.id = o.groupId and a.value is not null",
                        Object[].class)
                .setParameter("id", organization.getId())
                .getResultList()
                .forEach(row -> attributes
                        .computeIfAbsent((String) row[0], name -> new ArrayList<>())
                        .add((String) row[1]));
        return attributes;
    }

    private EntityManager entities() {
        return session.getProvider(JpaConnectionProvider.class).getEntityManager();
    }
}
