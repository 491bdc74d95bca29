package io.strongroom.admin.organization;

import io.strongroom.admin.query.OrganizationRow;
import io.strongroom.admin.request.AdminRequest;
import io.strongroom.policy.OrganizationRule;
import io.strongroom.policy.TenantPolicy;
import io.strongroom.policy.store.PolicyStore;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.keycloak.models.OrganizationModel;
import org.keycloak.organization.OrganizationProvider;

/** Adds to organizations what their policies say and how many members have which status. */
final class OrganizationSummaries {

    private final AdminRequest request;

    OrganizationSummaries(AdminRequest request) {
        this.request = request;
    }

    List<OrganizationSummary> of(List<OrganizationRow> rows) {
        TenantPolicy realm = request.tenant();
        Map<String, OrganizationRule> rules = new PolicyStore(request.session(), request.realm())
                .organizations().stream().collect(Collectors.toMap(OrganizationRule::id, Function.identity()));
        MemberCounts counts = new MemberCounts(request, rows);
        return rows.stream()
                .map(row -> OrganizationSummary.of(
                        row,
                        rules.getOrDefault(row.id(), new OrganizationRule(row.id(), Map.of())),
                        realm,
                        mayManage(row),
                        counts.of(row)))
                .toList();
    }

    /** Asks for permissions on single organizations only if the administrator has no role for all of them. */
    private boolean mayManage(OrganizationRow row) {
        if (request.access().managesAllOrganizations()) {
            return true;
        }
        OrganizationModel organization = request.access().listsAreNarrowed()
                ? request.session().getProvider(OrganizationProvider.class).getById(row.id())
                : null;
        return organization != null && request.access().canManage(organization);
    }
}
