package io.strongroom.admin.report;

import io.strongroom.admin.query.TenantStanding;
import io.strongroom.admin.query.UnreadableNumbers;
import io.strongroom.admin.query.UserPages;
import io.strongroom.admin.query.UserSelection;
import io.strongroom.admin.query.UserStatus;
import io.strongroom.admin.request.AdminRequest;
import io.strongroom.admin.request.Paging;
import io.strongroom.admin.user.Directories;
import io.strongroom.owner.Owners;
import io.strongroom.policy.store.PolicyStore;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.keycloak.models.UserModel;

/** The report; for those who may view all users. */
public final class ReportResource {

    private static final String CSV = "text/csv";

    /** All their counts are asked for in one statement. */
    private static final int MOST_ROOMS = 50;

    private final AdminRequest request;

    public ReportResource(AdminRequest request) {
        this.request = request;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "getReport", summary = "How many users stand where")
    public Report get() {
        request.access().requireViewAllUsers();
        TenantStanding standing = new TenantStanding(
                request.session(),
                request.realm(),
                new PolicyStore(request.session(), request.realm()).tenant(),
                request.clock().instant());
        UserPages pages = new UserPages(request.session(), request.realm());
        Map<String, UserSelection> wanted = new LinkedHashMap<>();
        Stream.of(UserStatus.values())
                .filter(status -> status != UserStatus.UNKNOWN)
                .forEach(status -> wanted.put(status.word(), UserSelection.of(standing, null, status)));
        return new Report(
                pages.count(UserSelection.of(standing, null, null)),
                pages.counts(wanted),
                ownersMissing(),
                UnreadableNumbers.of(request.session(), request.realm()).count(),
                new Directories(request.session(), request.realm()).any());
    }

    @GET
    @Path("data-rooms")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "getReportByRoom",
            summary = "How many members of each data room stand where, by name; 50 rooms at most")
    public List<RoomReport> byRoom(
            @QueryParam("search") String search, @QueryParam("first") String first, @QueryParam("max") String max) {
        request.access().requireViewUsersRole();
        return new RoomReports(request).page(search, Paging.of(first, max, MOST_ROOMS, request.refusals()));
    }

    @GET
    @Path("csv")
    @Produces(CSV)
    @Operation(operationId = "getReportCsv", summary = "Every user, a line each, by user name")
    @APIResponse(
            responseCode = "200",
            description = "CSV with a header line",
            content = @Content(mediaType = CSV, schema = @Schema(type = SchemaType.STRING)))
    public Response csv() {
        request.access().requireViewUsersRole();
        StreamingOutput lines = new ReportLines(request)::write;
        return Response.ok(lines, CSV + ";charset=utf-8")
                .header("Content-Disposition", "attachment; filename=\"two-factor.csv\"")
                .header("Cache-Control", "no-store")
                .build();
    }

    private List<String> ownersMissing() {
        return request.auth().realm().canManageRealm()
                ? new Owners(request.session(), request.realm())
                        .missing().stream().map(UserModel::getUsername).sorted().toList()
                : List.of();
    }
}
