package io.strongroom.admin.organization;

import io.strongroom.admin.health.OrganizationHealthResource;
import io.strongroom.admin.query.OrganizationPages;
import io.strongroom.admin.query.OrganizationRow;
import io.strongroom.admin.query.OrganizationScope;
import io.strongroom.admin.request.AdminRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.keycloak.models.OrganizationModel;
import org.keycloak.organization.OrganizationProvider;

/** REST resource of one organization. Everything below it requires the right to view the organization. */
@Produces(MediaType.APPLICATION_JSON)
public final class OrganizationResource {

    private final AdminRequest request;
    private final String id;

    OrganizationResource(AdminRequest request, String id) {
        this.request = request;
        this.id = id;
    }

    @GET
    @Operation(
            operationId = "getOrganization",
            summary = "Returns an organization with its policy and the status of its members, as in the list")
    public OrganizationSummary get() {
        OrganizationRow row = row();
        visible(row);
        return new OrganizationSummaries(request).of(List.of(row)).get(0);
    }

    @Path("policy")
    public OrganizationPolicyResource policy() {
        return new OrganizationPolicyResource(request, scope());
    }

    @Path("users")
    public OrganizationUsersResource users() {
        return new OrganizationUsersResource(request, scope());
    }

    @Path("report")
    public OrganizationReportResource report() {
        return new OrganizationReportResource(request, scope());
    }

    @Path("data-rooms")
    public OrganizationRoomsResource dataRooms() {
        return new OrganizationRoomsResource(request, scope());
    }

    @Path("health")
    public OrganizationHealthResource health() {
        return new OrganizationHealthResource(request, scope());
    }

    @Path("sms")
    public OrganizationSmsResource sms() {
        return new OrganizationSmsResource(request, scope());
    }

    private OrganizationScope scope() {
        OrganizationRow row = row();
        return new OrganizationScope(
                request.session(),
                request.realm(),
                visible(row),
                row.groupId(),
                request.clock().instant());
    }

    private OrganizationRow row() {
        return new OrganizationPages(request.session(), request.realm())
                .find(id)
                .orElseThrow(this::notFound);
    }

    private OrganizationModel visible(OrganizationRow row) {
        OrganizationProvider organizations = request.session().getProvider(OrganizationProvider.class);
        OrganizationModel organization = organizations == null ? null : organizations.getById(row.id());
        if (organization == null) {
            throw notFound();
        }
        request.access().requireView(organization);
        return organization;
    }

    /** Only administrators who may list organizations learn that an id does not exist, as in Keycloak's own API. */
    private WebApplicationException notFound() {
        request.access().requireQueryOrganizations();
        return request.refusals().notFound("strongroomAdminNoOrganization");
    }
}
