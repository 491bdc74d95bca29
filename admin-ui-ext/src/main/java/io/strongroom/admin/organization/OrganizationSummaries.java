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
                        counts.of(row)))
                .toList();
    }
}
