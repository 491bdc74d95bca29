package io.strongroom.admin.report;

import io.strongroom.admin.query.OrganizationScope;
import io.strongroom.admin.query.UserPages;
import io.strongroom.admin.query.UserSelection;
import io.strongroom.admin.request.AdminRequest;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.Optional;
import java.util.Set;

/** Responses with users as CSV. The caller must first check that the administrator may list them. */
public final class CsvReport {

    public static final String TYPE = "text/csv";

    private CsvReport() {}

    static Response ofUsers(AdminRequest request) {
        return response(new ReportLines(request, Optional.empty(), Optional.empty()));
    }

    /**
     * Lists the members of an organization whom the administrator may see. Fine-grained permissions can't be evaluated
     * while the lines are written, so they are evaluated first.
     */
    public static Response ofMembers(AdminRequest request, OrganizationScope organization) {
        Optional<Set<String>> shown = request.access().viewsUsersByRole()
                ? Optional.empty()
                : Optional.of(new UserPages(request.session(), request.realm())
                        .ids(UserSelection.all(organization.standing()).and(organization::isMember)));
        return response(new ReportLines(request, Optional.of(organization.groupId()), shown));
    }

    private static Response response(ReportLines lines) {
        StreamingOutput body = lines::write;
        return Response.ok(body, TYPE + ";charset=utf-8")
                .header("Content-Disposition", "attachment; filename=\"two-factor.csv\"")
                .header("Cache-Control", "no-store")
                .build();
    }
}
