package io.strongroom.admin.health;

import io.strongroom.admin.query.OrganizationScope;
import io.strongroom.admin.query.TenantStatusQuery;
import io.strongroom.admin.query.UserPages;
import io.strongroom.admin.query.UserSelection;
import io.strongroom.owner.Owners;
import io.strongroom.policy.Enforcement;
import io.strongroom.policy.OrganizationPolicy;
import io.strongroom.policy.OrganizationRule;
import io.strongroom.policy.Problem;
import io.strongroom.policy.TenantPolicy;
import io.strongroom.policy.store.MissingPolicy;
import io.strongroom.policy.store.PolicyStore;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Findings about the policy of one organization (X15). Each names the organization. */
final class OrganizationFindings {

    private static final String OWNER_ROLE = "twoFactor.ownerRole";
    private static final String TRUSTED = "twoFactor.trustedProviders";

    private final OrganizationScope organization;
    private final ShownMembers shown;
    private final OrganizationRule rule;
    private final TenantPolicy policy;
    private final String place;

    OrganizationFindings(OrganizationScope organization, ShownMembers shown) {
        this.organization = organization;
        this.shown = shown;
        this.rule = organization.rule();
        this.policy = organization.policy();
        this.place = "organization " + organization.model().getAlias();
    }

    List<Finding> all() {
        Stream<Finding> ofPolicy = rule.attributes().isEmpty()
                ? Stream.empty()
                : Stream.of(switches().stream(), owners(), refused().stream(), providers(), messages())
                        .flatMap(findings -> findings);
        return Stream.of(lost().stream(), values(), ofPolicy)
                .flatMap(findings -> findings)
                .toList();
    }

    private Optional<Finding> lost() {
        return MissingPolicy.of(organization.realm(), organization.model().getId())
                .map(lost -> Finding.error(
                                TenantPolicy.ENFORCEMENT,
                                "The organization's policy disappeared on %s, because an update of the organization did not include it. Until it is restored, only the realm's policy applies to its members. Restore it"
                                        .formatted(lost.noticed().truncatedTo(ChronoUnit.SECONDS)))
                        .in(place)
                        .fixedBy(OrganizationFix.LOST_POLICY));
    }

    private Stream<Finding> values() {
        return new PolicyStore(organization.session(), organization.realm())
                .problemsOfOrganization(organization.groupId()).stream().map(OrganizationFindings::warning);
    }

    private static Finding warning(Problem problem) {
        Finding finding = Finding.warning(problem.attribute(), problem.sentence());
        boolean hasEffect = OrganizationPolicy.names().stream()
                .anyMatch(name -> problem.attribute().startsWith(name + " "));
        return hasEffect ? finding.fixedBy(OrganizationFix.VALUES) : finding;
    }

    /** Reports that Keycloak ignores the organization, although its policy still applies. */
    private Optional<Finding> switches() {
        boolean inRealm = organization.realm().isOrganizationsEnabled();
        return inRealm && organization.model().isEnabled()
                ? Optional.empty()
                : Optional.of(Finding.warning(
                                TenantPolicy.ENFORCEMENT,
                                "%s. Its policy still applies to its members. Remove the policy if it should not"
                                        .formatted(
                                                inRealm
                                                        ? "The organization is disabled"
                                                        : "Organizations are disabled in the realm"))
                        .in(place));
    }

    private Stream<Finding> owners() {
        if (policy.enforcement() == Enforcement.OFF) {
            return Stream.empty();
        }
        Owners owners = Owners.ofOrganization(organization.session(), organization.realm(), rule);
        return owners.areNamed()
                ? owners.missing().stream()
                        .filter(shown.named())
                        .map(owner -> Finding.warning(
                                        "owner " + owner.getUsername(),
                                        "The owner %s has no second factor yet".formatted(owner.getUsername()))
                                .in(place))
                : Stream.of(Finding.warning(
                                OWNER_ROLE,
                                "There is no role or group \"%s\", so nobody counts as an owner. Create it, or name another one"
                                        .formatted(policy.roles().owner()))
                        .in(place));
    }

    /** Reports members whom only an administrator can help: their factors are too weak, and they may not set up others. */
    private Optional<Finding> refused() {
        long count = shown.any() ? countRefused() : 0;
        return count == 0
                ? Optional.empty()
                : Optional.of(Finding.error(
                                TenantPolicy.METHODS,
                                "%d members cannot log in, because their factors are not accepted and users may not set up factors themselves. Accept other methods, or allow users to set up factors"
                                        .formatted(count))
                        .in(place));
    }

    private long countRefused() {
        TenantStatusQuery standing = organization.standing();
        return new UserPages(organization.session(), organization.realm())
                .count(UserSelection.all(standing)
                        .and(user -> user.builder()
                                .and(
                                        user.enabled(),
                                        organization.isMember(user),
                                        standing.isAsked(user),
                                        standing.canPass(user).not(),
                                        standing.needsLeave(user))));
    }

    private Stream<Finding> providers() {
        return rule.attributes().containsKey(TRUSTED)
                ? new ProviderFindings(organization.session())
                        .trusted(policy.trustedProviders())
                        .map(finding -> finding.in(place))
                : Stream.empty();
    }

    private Stream<Finding> messages() {
        return new OrganizationSmsFindings(organization, rule).all().map(finding -> finding.in(place));
    }
}
