package io.strongroom.admin.organization;

import io.strongroom.admin.query.OrganizationScope;
import io.strongroom.admin.query.OwnMethods;
import io.strongroom.admin.query.TenantStatusQuery;
import io.strongroom.admin.query.UnreadableNumbers;
import io.strongroom.admin.query.UserPages;
import io.strongroom.admin.query.UserSelection;
import io.strongroom.admin.report.CsvReport;
import io.strongroom.admin.report.Report;
import io.strongroom.admin.report.RoomReport;
import io.strongroom.admin.report.RoomReports;
import io.strongroom.admin.request.AdminRequest;
import io.strongroom.admin.request.Paging;
import io.strongroom.admin.user.Directories;
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

/** Reports on the members of an organization; requires the right to list its members. */
public final class OrganizationReportResource {

    private final AdminRequest request;
    private final OrganizationScope organization;

    OrganizationReportResource(AdminRequest request, OrganizationScope organization) {
        this.request = request;
        this.organization = organization;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "getOrganizationReport",
            summary = "Counts the members whom the administrator may see, by status and by factor")
    public Report get() {
        request.access().requireListMembers();
        TenantStatusQuery standing = organization.standing();
        OwnMethods own = OwnMethods.of(organization.rule(), organization.tenant());
        UserPages pages = new UserPages(request.session(), request.realm());
        Map<String, UserSelection> byStatus = new LinkedHashMap<>();
        standing.statuses().forEach(status -> byStatus.put(status.id(), UserSelection.withStatus(standing, status)));
        return new Report(
                pages.count(UserSelection.all(standing).and(organization::isMember)),
                own.inStatuses(pages.counts(organization.members(byStatus))),
                own.inFactors(pages.counts(organization.members(UserSelection.byFactor(standing)))),
                ownersMissing(),
                request.access().viewsAllUsers()
                        ? UnreadableNumbers.of(organization).count()
                        : 0,
                new Directories(request.session(), request.realm()).any());
    }

    private List<String> ownersMissing() {
        return request.access().canManage(organization.model())
                ? new MissingOwners(request, organization.rule()).names()
                : List.of();
    }

    @GET
    @Path("data-rooms")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "getOrganizationReportByRoom",
            summary =
                    "Counts the members of each data room of an organization by their factors, ordered by room name; at most 50 rooms")
    public List<RoomReport> byRoom(
            @QueryParam("search") String search, @QueryParam("first") String first, @QueryParam("max") String max) {
        request.access().requireListMembers();
        Paging paging = Paging.of(first, max, RoomReports.MAX_ROOMS, request.refusals());
        return new RoomReports(request).page(organization.rooms(), search, paging);
    }

    @GET
    @Path("csv")
    @Produces(CsvReport.TYPE)
    @Operation(
            operationId = "getOrganizationReportCsv",
            summary = "Lists the members whom the administrator may see as CSV, one per line, ordered by user name")
    @APIResponse(
            responseCode = "200",
            description = "CSV with a header line",
            content = @Content(mediaType = CsvReport.TYPE, schema = @Schema(type = SchemaType.STRING)))
    public Response csv() {
        request.access().requireListMembers();
        return CsvReport.ofMembers(request, organization);
    }
}
