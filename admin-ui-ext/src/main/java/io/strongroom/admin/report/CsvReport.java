package io.strongroom.admin.report;

import io.strongroom.admin.query.OrganizationScope;
import io.strongroom.admin.request.AdminRequest;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.Optional;

/** Responses with users as CSV. The caller must first check that the administrator may view all users. */
public final class CsvReport {

    public static final String TYPE = "text/csv";

    private CsvReport() {}

    static Response ofUsers(AdminRequest request) {
        return response(new ReportLines(request, Optional.empty()));
    }

    public static Response ofMembers(AdminRequest request, OrganizationScope organization) {
        return response(new ReportLines(request, Optional.of(organization.groupId())));
    }

    private static Response response(ReportLines lines) {
        StreamingOutput body = lines::write;
        return Response.ok(body, TYPE + ";charset=utf-8")
                .header("Content-Disposition", "attachment; filename=\"two-factor.csv\"")
                .header("Cache-Control", "no-store")
                .build();
    }
}
