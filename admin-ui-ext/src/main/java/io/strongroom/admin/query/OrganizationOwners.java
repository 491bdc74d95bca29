package io.strongroom.admin.query;

import io.strongroom.admin.request.Paging;
import io.strongroom.context.UserContext;
import io.strongroom.facts.FactsGatherer;
import io.strongroom.policy.Facts;
import io.strongroom.policy.OrganizationRule;
import io.strongroom.policy.store.NamedRole;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.keycloak.authorization.fgap.AdminPermissionsSchema;
import org.keycloak.models.UserModel;

/**
 * Finds the owners of an organization: its members with the role that its policy names. Each owner must have a factor
 * before the organization can require one (T7).
 */
public final class OrganizationOwners {

    private static final int BATCH_SIZE = 200;

    private final OrganizationScope organization;
    private final OrganizationRule rule;
    private final String role;

    /** @param rule the policy to check, which may not be in force yet */
    public OrganizationOwners(OrganizationScope organization, OrganizationRule rule) {
        this.organization = organization;
        this.rule = rule;
        this.role = rule.in(organization.tenant()).policy().roles().owner();
    }

    /** Checks whether the owner role that the policy names exists in the realm. */
    public boolean areNamed() {
        return NamedRole.of(organization.session(), organization.realm(), role).isPresent();
    }

    /**
     * Returns the enabled owners without an accepted factor. Ignores the calling administrator's permissions, because
     * the result must not depend on the caller.
     */
    public List<UserModel> missing() {
        return AdminPermissionsSchema.runWithoutAuthorization(
                organization.session(),
                () -> owners().stream()
                        .map(id -> organization.session().users().getUserById(organization.realm(), id))
                        .filter(Objects::nonNull)
                        .filter(owner -> !hasFactor(owner))
                        .toList());
    }

    private List<String> owners() {
        RoleGrants grants =
                new RoleGrantsFinder(organization.session(), organization.realm(), Set.of(role)).of(Set.of(role));
        UserSelection selection = UserSelection.all(organization.standing())
                .and(user -> user.builder().and(user.enabled(), organization.isMember(user), user.hasRole(grants)));
        UserPages pages = new UserPages(organization.session(), organization.realm());
        List<String> ids = new ArrayList<>();
        List<UserRow> batch;
        do {
            batch = pages.page(selection, new Paging(ids.size(), BATCH_SIZE));
            batch.forEach(row -> ids.add(row.id()));
        } while (batch.size() == BATCH_SIZE);
        return ids;
    }

    private boolean hasFactor(UserModel owner) {
        FactsGatherer gatherer = new FactsGatherer(
                new UserContext(organization.session(), organization.realm(), owner, Clock.systemUTC()));
        Facts facts = gatherer.ofUser(rule);
        return facts.factors().stream().map(Facts.Factor::method).anyMatch(facts.methods()::contains);
    }
}
