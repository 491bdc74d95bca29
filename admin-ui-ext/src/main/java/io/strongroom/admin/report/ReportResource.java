package io.strongroom.admin.report;

import io.strongroom.admin.query.TenantStatusQuery;
import io.strongroom.admin.query.UnreadableNumbers;
import io.strongroom.admin.query.UserPages;
import io.strongroom.admin.query.UserSelection;
import io.strongroom.admin.request.AdminRequest;
import io.strongroom.admin.request.Paging;
import io.strongroom.admin.user.Directories;
import io.strongroom.owner.Owners;
import io.strongroom.policy.store.RoomStore;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.keycloak.models.UserModel;

/** Reports on the users of a tenant; requires the right to view all users. */
public final class ReportResource {

    private final AdminRequest request;

    public ReportResource(AdminRequest request) {
        this.request = request;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "getReport", summary = "Counts the users by status and by factor")
    public Report get() {
        request.access().requireViewAllUsers();
        TenantStatusQuery standing = new TenantStatusQuery(request);
        UserPages pages = new UserPages(request.session(), request.realm());
        Map<String, UserSelection> byStatus = new LinkedHashMap<>();
        standing.statuses().forEach(status -> byStatus.put(status.id(), UserSelection.withStatus(standing, status)));
        return new Report(
                pages.count(UserSelection.all(standing)),
                pages.counts(byStatus),
                pages.counts(UserSelection.byFactor(standing)),
                ownersMissing(),
                UnreadableNumbers.of(request.session(), request.realm()).count(),
                new Directories(request.session(), request.realm()).any());
    }

    @GET
    @Path("data-rooms")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "getReportByRoom",
            summary = "Counts the members of each data room by their factors, ordered by room name; at most 50 rooms")
    public List<RoomReport> byRoom(
            @QueryParam("search") String search, @QueryParam("first") String first, @QueryParam("max") String max) {
        request.access().requireViewUsersRole();
        Paging paging = Paging.of(first, max, RoomReports.MAX_ROOMS, request.refusals());
        return new RoomReports(request).page(new RoomStore(request.session(), request.realm()), search, paging);
    }

    @GET
    @Path("csv")
    @Produces(CsvReport.TYPE)
    @Operation(operationId = "getReportCsv", summary = "Lists all users as CSV, one per line, ordered by user name")
    @APIResponse(
            responseCode = "200",
            description = "CSV with a header line",
            content = @Content(mediaType = CsvReport.TYPE, schema = @Schema(type = SchemaType.STRING)))
    public Response csv() {
        request.access().requireViewUsersRole();
        return CsvReport.ofUsers(request);
    }

    private List<String> ownersMissing() {
        return request.auth().realm().canManageRealm()
                ? new Owners(request.session(), request.realm())
                        .missing().stream().map(UserModel::getUsername).sorted().toList()
                : List.of();
    }
}
