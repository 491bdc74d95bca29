package io.strongroom.admin.organization;

import io.strongroom.admin.query.OrganizationPages;
import io.strongroom.admin.query.OrganizationRow;
import io.strongroom.admin.request.AdminRequest;
import io.strongroom.admin.request.Paging;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.keycloak.organization.OrganizationProvider;

/** REST resource of a realm's organizations. */
@Produces(MediaType.APPLICATION_JSON)
public final class OrganizationsResource {

    private final AdminRequest request;

    public OrganizationsResource(AdminRequest request) {
        this.request = request;
    }

    @GET
    @Operation(
            operationId = "listOrganizations",
            summary =
                    "Lists the organizations the administrator may view, ordered by name, with their policies and the status of their members")
    public List<OrganizationSummary> list(
            @QueryParam("search") String search, @QueryParam("first") String first, @QueryParam("max") String max) {
        request.access().requireQueryOrganizations();
        Paging paging = Paging.of(first, max, request.refusals());
        boolean any = request.session().getProvider(OrganizationProvider.class) != null
                && request.access().listsOrganizations();
        return any ? page(search, paging) : List.of();
    }

    private List<OrganizationSummary> page(String search, Paging paging) {
        List<OrganizationRow> rows = new OrganizationPages(request.session(), request.realm()).page(search, paging);
        return new OrganizationSummaries(request).of(rows);
    }

    @Path("{id}")
    public OrganizationResource organization(@PathParam("id") String id) {
        return new OrganizationResource(request, id);
    }
}
