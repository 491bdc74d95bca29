package io.strongroom.admin.query;

import io.strongroom.policy.OrganizationPolicy;
import io.strongroom.policy.OrganizationRule;
import io.strongroom.policy.TenantPolicy;
import io.strongroom.policy.store.OrganizationPolicyWriter;
import io.strongroom.policy.store.PolicyStore;
import io.strongroom.policy.store.RoomStore;
import jakarta.persistence.criteria.Predicate;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.RealmModel;

/**
 * One organization, with its policy and its members.
 *
 * @param groupId id of the internal group whose members are the organization's
 */
public record OrganizationScope(
        KeycloakSession session, RealmModel realm, OrganizationModel model, String groupId, Instant now) {

    /** Returns the realm's policy. */
    public TenantPolicy tenant() {
        return new PolicyStore(session, realm).tenant();
    }

    public OrganizationPolicyWriter store() {
        return new OrganizationPolicyWriter(session, realm, model);
    }

    /** Returns the policy attributes that are set; none if the organization has no policy of its own. */
    public OrganizationRule rule() {
        return new OrganizationRule(model.getId(), store().stored());
    }

    /** Returns the policy of the organization, which is the realm's where the organization sets nothing. */
    public TenantPolicy policy() {
        return parsed().policy();
    }

    /** Returns the organization's whole policy. */
    public OrganizationPolicy parsed() {
        return rule().in(tenant());
    }

    /** Returns the organization's data rooms. */
    public RoomStore rooms() {
        return new RoomStore(session, realm, model.getId());
    }

    /** Returns the query for the status of users under the policies in force. */
    public TenantStatusQuery standing() {
        return new TenantStatusQuery(session, realm, tenant(), now);
    }

    /** @param proposed a policy of the organization that may not be in force yet */
    public TenantStatusQuery standing(OrganizationRule proposed) {
        Stream<OrganizationRule> others = new PolicyStore(session, realm)
                .organizations().stream().filter(other -> !other.id().equals(model.getId()));
        Stream<OrganizationRule> own = proposed.attributes().isEmpty() ? Stream.empty() : Stream.of(proposed);
        return new TenantStatusQuery(
                session, realm, tenant(), Stream.concat(others, own).toList(), now);
    }

    /** Matches the organization's members. */
    public Predicate isMember(UserPredicates user) {
        return user.memberOf(List.of(groupId));
    }

    /** Restricts selections to the organization's members. */
    public <K> Map<K, UserSelection> members(Map<K, UserSelection> selections) {
        selections.replaceAll((key, selection) -> selection.and(this::isMember));
        return selections;
    }
}
