package io.strongroom.policy.store;

import io.strongroom.policy.OrganizationRule;
import io.strongroom.policy.OrganizationTenant;
import io.strongroom.policy.TenantPolicy;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.GroupModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.organization.OrganizationProvider;

/**
 * Finds the organizations of a user, which can have a policy, and their groups, which Keycloak does not list among a
 * user's groups. Like other groups, they can be data rooms. Each organization also has an internal group that stores its
 * attributes and is never a data room. Everything counts even if organizations are disabled in the realm, because only a
 * rule's own setting may switch it off. Runs no SQL if there are no organizations, or if Keycloak's caches know the user.
 */
final class Organizations {

    private final KeycloakSession session;
    private final RealmModel realm;

    Organizations(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
    }

    /** Returns whether this is the internal group of an organization. */
    static boolean isOrganization(GroupModel group) {
        return group.getType() == GroupModel.Type.ORGANIZATION && group.getParentId() == null;
    }

    /** Returns a JPQL condition that tests whether the group {@code g} can be a data room. */
    String canBeRooms() {
        return provider() == null ? "g.type = 0" : "not (g.type = 1 and g.parentId = ' ')";
    }

    /** Returns the organization groups that a user is a direct member of. */
    Stream<GroupModel> groupsOf(UserModel user) {
        return membershipsOf(user).groups().stream()
                .map(id -> session.groups().getGroupById(realm, id))
                .filter(Objects::nonNull);
    }

    /** Returns the policies of a user's organizations. */
    List<OrganizationRule> rulesOf(UserModel user) {
        return new OrganizationRules(session, realm).of(membershipsOf(user).organizations());
    }

    /** Returns the user's organizations that are enabled; none if organizations are disabled in the realm. */
    List<OrganizationModel> enabledOf(UserModel user) {
        return realm.isOrganizationsEnabled()
                ? membershipsOf(user).organizations().stream()
                        .flatMap(id -> find(id).stream())
                        .filter(OrganizationModel::isEnabled)
                        .toList()
                : List.of();
    }

    Optional<OrganizationModel> find(String id) {
        OrganizationProvider organizations = provider();
        return organizations == null ? Optional.empty() : Optional.ofNullable(inRealm(() -> organizations.getById(id)));
    }

    /** Returns the internal group of an organization. */
    Optional<GroupModel> groupOf(String organizationId) {
        return session.getProvider(JpaConnectionProvider.class)
                .getEntityManager()
                .createQuery(
                        "select o.groupId from OrganizationEntity o where o.id = :id and o.realmId = :realm",
                        String.class)
                .setParameter("id", organizationId)
                .setParameter("realm", realm.getId())
                .getResultStream()
                .map(id -> session.groups().getGroupById(realm, id))
                .filter(Objects::nonNull)
                .findFirst();
    }

    /** Returns an organization with its policy. */
    OrganizationTenant tenant(OrganizationModel organization, TenantPolicy realmPolicy) {
        OrganizationRule rule = new OrganizationRules(session, realm)
                .of(List.of(organization.getId())).stream()
                        .findFirst()
                        .orElseGet(() -> new OrganizationRule(organization.getId(), Map.of()));
        return OrganizationTenant.of(rule.id(), organization.getName(), rule.in(realmPolicy));
    }

    /** Returns the policies of all organizations. */
    Collection<OrganizationRule> rules() {
        return stored().stream().map(StoredOrganization::rule).toList();
    }

    /** Returns the policies of all organizations, as they are stored. */
    Collection<StoredOrganization> stored() {
        return exist() ? new OrganizationRules(session, realm).all().values() : List.of();
    }

    OrganizationMemberships membershipsOf(UserModel user) {
        return exist() ? OrganizationMemberships.of(session, user) : OrganizationMemberships.NONE;
    }

    /** Returns whether the realm has organizations. */
    boolean exist() {
        OrganizationProvider organizations = provider();
        return organizations != null && inRealm(organizations::hasOrganizations);
    }

    /**
     * Runs work with this realm in the session's context, because Keycloak looks up organizations in the context's
     * realm.
     */
    private <T> T inRealm(Supplier<T> work) {
        RealmModel before = session.getContext().getRealm();
        if (realm.equals(before)) {
            return work.get();
        }
        session.getContext().setRealm(realm);
        try {
            return work.get();
        } finally {
            session.getContext().setRealm(before);
        }
    }

    private OrganizationProvider provider() {
        return session.getProvider(OrganizationProvider.class);
    }
}
