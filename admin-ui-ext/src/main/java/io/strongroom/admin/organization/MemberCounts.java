package io.strongroom.admin.organization;

import io.strongroom.admin.query.OrganizationRow;
import io.strongroom.admin.query.TenantStatusQuery;
import io.strongroom.admin.query.UserPages;
import io.strongroom.admin.query.UserSelection;
import io.strongroom.admin.query.UserStatus;
import io.strongroom.admin.request.AdminRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Counts the members of many organizations by status with one SQL statement. */
final class MemberCounts {

    private static final String ALL = "all";

    private final boolean visible;
    private final List<String> statuses;
    private final Map<String, Map<String, Long>> byGroup;

    /** Counts only the members whom the administrator may see. */
    MemberCounts(AdminRequest request, List<OrganizationRow> rows) {
        this.visible = request.access().listsMembers() && !rows.isEmpty();
        TenantStatusQuery standing = new TenantStatusQuery(request);
        this.statuses = standing.statuses().stream().map(UserStatus::id).toList();
        this.byGroup = visible
                ? new UserPages(request.session(), request.realm())
                        .countsByGroup(
                                rows.stream().map(OrganizationRow::groupId).toList(), selections(standing))
                : Map.of();
    }

    /**
     * @param members  number of members, or null if the administrator may not list users
     * @param byStatus number of members of each status
     */
    record Counted(Long members, Map<String, Long> byStatus) {}

    private static Map<String, UserSelection> selections(TenantStatusQuery standing) {
        Map<String, UserSelection> selections = new LinkedHashMap<>();
        selections.put(ALL, UserSelection.all(standing));
        standing.statuses().forEach(status -> selections.put(status.id(), UserSelection.withStatus(standing, status)));
        return selections;
    }

    Counted of(OrganizationRow row) {
        if (!visible) {
            return new Counted(null, Map.of());
        }
        Map<String, Long> found = byGroup.getOrDefault(row.groupId(), Map.of());
        Map<String, Long> byStatus = new LinkedHashMap<>();
        statuses.forEach(status -> byStatus.put(status, found.getOrDefault(status, 0L)));
        return new Counted(found.getOrDefault(ALL, 0L), byStatus);
    }
}
