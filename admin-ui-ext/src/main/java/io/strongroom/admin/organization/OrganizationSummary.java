package io.strongroom.admin.organization;

import io.strongroom.admin.query.OrganizationRow;
import io.strongroom.admin.query.OwnMethods;
import io.strongroom.policy.Method;
import io.strongroom.policy.OrganizationPolicy;
import io.strongroom.policy.OrganizationRule;
import io.strongroom.policy.TenantPolicy;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An organization as shown in the list of organizations.
 *
 * @param enabled     whether the organization itself is enabled; its policy applies even if it is not
 * @param enforcement the users who need a second factor by the organization's policy, or by the realm's where the
 *                    organization sets nothing: {@code off}, {@code optional} or {@code required}
 * @param methods     the methods that this policy accepts, the strongest first
 * @param ownPolicy   whether the organization sets anything itself
 * @param manage      whether the administrator may change the organization and its policy
 * @param members     number of members whom the administrator may see, or null without the right to list users
 * @param byStatus    number of these members of each status; empty without the right to list users
 */
@Schema(name = "Organization")
public record OrganizationSummary(
        String id,
        String name,
        String alias,
        boolean enabled,
        String enforcement,
        List<String> methods,
        boolean ownPolicy,
        boolean manage,
        Long members,
        Map<String, Long> byStatus) {

    static OrganizationSummary of(
            OrganizationRow row,
            OrganizationRule rule,
            TenantPolicy realm,
            boolean manage,
            MemberCounts.Counted counted) {
        TenantPolicy policy = rule.in(realm).policy();
        return new OrganizationSummary(
                row.id(),
                row.name(),
                row.alias(),
                row.enabled(),
                policy.enforcement().name().toLowerCase(Locale.ROOT),
                policy.methods().stream().sorted().map(Method::word).toList(),
                rule.attributes().keySet().stream().anyMatch(OrganizationPolicy.names()::contains),
                manage,
                counted.members(),
                OwnMethods.of(rule, realm).inStatuses(counted.byStatus()));
    }
}
