package io.strongroom.notify;

import io.strongroom.context.UserContext;
import io.strongroom.notify.Notice.Kind;
import io.strongroom.policy.Enforcement;
import io.strongroom.policy.OrganizationTenant;
import io.strongroom.policy.store.NamedRole;
import io.strongroom.policy.store.PolicyStore;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.keycloak.models.GroupModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** Finds the members of an organization who have an accepted factor, and therefore have to pass it from now on. */
record OrganizationMembers(KeycloakSession session, RealmModel realm, Announced announced) implements Audience {

    /** Returns the group that represents the organization, or an empty list if its rule no longer applies. */
    @Override
    public List<GroupModel> groups() {
        PolicyStore policies = new PolicyStore(session, realm);
        return organization().isPresent()
                ? policies.groupOf(announced.rule().id()).stream().toList()
                : List.of();
    }

    @Override
    public Optional<Notice> notice(UserModel member) {
        return organization()
                .filter(organization ->
                        !holdsAny(member, organization.policy().policy().roles().exempt()))
                .flatMap(organization -> new ReportedFactors(new UserContext(session, realm, member, Clock.systemUTC()))
                        .askedFor(organization))
                .flatMap(factor -> announced.notice(Kind.ORGANIZATION_REQUIRES, member, factor));
    }

    private Optional<OrganizationTenant> organization() {
        return new PolicyStore(session, realm)
                .organization(announced.rule().id())
                .filter(found -> found.policy().policy().enforcement() == Enforcement.REQUIRED);
    }

    private boolean holdsAny(UserModel member, Set<String> roles) {
        return roles.stream().anyMatch(role -> NamedRole.isHeld(session, realm, role, member));
    }
}
