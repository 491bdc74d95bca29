package io.strongroom.admin.health;

import io.strongroom.admin.query.OrganizationPages;
import io.strongroom.admin.query.OrganizationScope;
import io.strongroom.policy.store.MissingPolicy;
import io.strongroom.policy.store.RuledOrganizations;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.keycloak.authorization.fgap.AdminPermissionsSchema;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.organization.OrganizationProvider;

/** The findings of all organizations of a realm, for administrators of the realm. */
final class OrganizationsHealth {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final RuledOrganizations organizations;

    OrganizationsHealth(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
        this.organizations = new RuledOrganizations(session, realm);
    }

    Stream<Finding> all() {
        return session.getProvider(OrganizationProvider.class) == null
                ? disabled().stream()
                : AdminPermissionsSchema.runWithoutAuthorization(
                        session,
                        () -> affected()
                                .flatMap(organization ->
                                        new OrganizationFindings(organization, ShownMembers.all()).all().stream())
                                .map(Finding::inRealm)
                                .toList())
                        .stream();
    }

    private Optional<Finding> disabled() {
        int count = organizations.rules().size();
        return count == 0
                ? Optional.empty()
                : Optional.of(Finding.warning(
                        "organizations",
                        "%d organizations have a policy, but the server's feature organization is disabled. Until it is enabled, only the realm's policy applies to their members"
                                .formatted(count)));
    }

    /** Applies a fix to all organizations with a policy, or with one that was lost. */
    void fix(OrganizationFix fix) {
        affected().toList().forEach(fix::run);
    }

    private Stream<OrganizationScope> affected() {
        OrganizationPages pages = new OrganizationPages(session, realm);
        return Stream.concat(organizations.ids().stream(), MissingPolicy.organizations(realm).stream())
                .distinct()
                .flatMap(id -> pages.find(id).stream())
                .flatMap(row -> organizations.find(row.id()).stream()
                        .map(model -> new OrganizationScope(session, realm, model, row.groupId(), Instant.now())));
    }
}
