package io.strongroom.owner;

import io.strongroom.facts.FactsGatherer;
import io.strongroom.policy.Facts;
import io.strongroom.policy.OrganizationRule;
import io.strongroom.policy.store.NamedRole;
import io.strongroom.policy.store.OrganizationGroups;
import io.strongroom.policy.store.PolicyStore;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.keycloak.models.GroupModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RoleModel;
import org.keycloak.models.UserModel;

/**
 * The owners of an organization. Keycloak's organizations have no roles of their own, so owners are the members who have
 * the role of the realm that the policy names, or, if it names a path, the members of this group of the organization.
 *
 * @param rule the policy of the organization
 */
record OrganizationOwners(KeycloakSession session, RealmModel realm, OrganizationRule rule) implements OwnerSource {

    private static final String PATH = "/";

    @Override
    public boolean exists() {
        return isPath() ? !groups().isEmpty() : !roles().isEmpty();
    }

    @Override
    public Stream<UserModel> owners() {
        Members members = new Members(session, realm, rule.id());
        return isPath()
                ? members.inAny(withDescendants(groups()))
                : roles().stream().flatMap(role -> members.with(new RoleHolders(session, realm).grantsOf(role)));
    }

    private String name() {
        return rule.in(new PolicyStore(session, realm).tenant())
                .policy()
                .roles()
                .owner();
    }

    private boolean isPath() {
        return name().startsWith(PATH);
    }

    private List<RoleModel> roles() {
        return NamedRole.of(session, realm, name()).stream().toList();
    }

    private List<GroupModel> groups() {
        return new OrganizationGroups(session, realm).at(rule.id(), name());
    }

    private static Set<String> withDescendants(Collection<GroupModel> groups) {
        Set<String> ids = new HashSet<>();
        groups.stream()
                .flatMap(RoleHolders::withChildren)
                .map(GroupModel::getId)
                .forEach(ids::add);
        return ids;
    }

    @Override
    public Facts facts(FactsGatherer owner) {
        return owner.ofUser(rule);
    }
}
