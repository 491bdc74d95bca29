package io.strongroom.admin.health;

import io.strongroom.admin.query.OrganizationScope;
import io.strongroom.admin.request.AdminRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Reports problems with an organization's policy, and fixes some of them (X9). */
@Produces(MediaType.APPLICATION_JSON)
public final class OrganizationHealthResource {

    private final AdminRequest request;
    private final OrganizationScope organization;

    public OrganizationHealthResource(AdminRequest request, OrganizationScope organization) {
        this.request = request;
        this.organization = organization;
    }

    @GET
    @Operation(
            operationId = "getOrganizationHealth",
            summary =
                    "Lists the problems of an organization to fix, with what applies until they are fixed; empty if there are none")
    public List<Finding> get() {
        return new OrganizationFindings(organization, ShownMembers.to(request)).all();
    }

    @POST
    @Path("{mend}/mend")
    @Operation(
            operationId = "mendOrganization",
            summary = "Fixes the problems of the organization's findings whose mend is this id")
    public void fix(@PathParam("mend") String id) {
        request.access().requireManage(organization.model());
        OrganizationFix fix =
                OrganizationFix.ofId(id).orElseThrow(() -> request.refusals().notFound("strongroomAdminNoMend"));
        fix.run(organization);
        request.audit().done(Map.of("mended", fix.id()));
    }
}
