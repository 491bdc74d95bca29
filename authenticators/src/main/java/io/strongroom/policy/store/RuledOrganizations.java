package io.strongroom.policy.store;

import io.strongroom.policy.OrganizationRule;
import io.strongroom.policy.RoomPolicy;
import io.strongroom.policy.TenantPolicy;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.RealmModel;
import org.keycloak.organization.OrganizationProvider;

/** Finds the organizations of a realm that have attributes of Strongroom, regardless of the caller's permissions. */
public final class RuledOrganizations {

    private final KeycloakSession session;
    private final RealmModel realm;

    /** @param realm the realm of the session's context */
    public RuledOrganizations(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
    }

    /**
     * Returns the organizations with a policy attribute or an attribute of data rooms, sorted by name. Empty if the
     * server's feature for organizations is disabled.
     */
    public List<OrganizationModel> all() {
        return ids().stream().map(this::find).flatMap(Optional::stream).toList();
    }

    /** Returns the ids of these organizations, even if the server's feature for organizations is disabled. */
    public List<String> ids() {
        return entities()
                .createQuery(
                        "select o.id from OrganizationEntity o where o.realmId = :realm and exists ("
                                + "select 1 from GroupAttributeEntity a where a.group.id = o.groupId"
                                + " and (a.name like :policy or a.name like :room)) order by o.name, o.id",
                        String.class)
                .setParameter("realm", realm.getId())
                .setParameter("policy", TenantPolicy.PREFIX + "%")
                .setParameter("room", RoomPolicy.DATA_ROOM + "%")
                .getResultList();
    }

    /** Returns all policies, even if the server's feature for organizations is disabled, so that they do not apply. */
    public Collection<OrganizationRule> rules() {
        return new OrganizationRules(session, realm)
                .all().values().stream().map(StoredOrganization::rule).toList();
    }

    /** Returns those of the ids that belong to an organization of the realm. */
    public Set<String> existing(Collection<String> ids) {
        return ids.isEmpty()
                ? Set.of()
                : new HashSet<>(entities()
                        .createQuery(
                                "select o.id from OrganizationEntity o where o.realmId = :realm and o.id in (:ids)",
                                String.class)
                        .setParameter("realm", realm.getId())
                        .setParameter("ids", ids)
                        .getResultList());
    }

    private EntityManager entities() {
        return session.getProvider(JpaConnectionProvider.class).getEntityManager();
    }

    /** Returns an organization; empty if it no longer exists. */
    public Optional<OrganizationModel> find(String id) {
        OrganizationProvider organizations = session.getProvider(OrganizationProvider.class);
        return organizations == null ? Optional.empty() : Optional.ofNullable(organizations.getById(id));
    }
}
