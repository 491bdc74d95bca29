package io.strongroom.admin.organization;

import io.strongroom.admin.query.OrganizationScope;
import io.strongroom.admin.request.AdminRequest;
import io.strongroom.admin.request.Paging;
import io.strongroom.admin.room.RoomCreation;
import io.strongroom.admin.room.RoomRepresentation;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/**
 * REST resource of an organization's data rooms. As in Keycloak's own API, the right to view an organization includes its
 * groups, and the right to manage it allows creating groups.
 */
@Produces(MediaType.APPLICATION_JSON)
public final class OrganizationRoomsResource {

    private final AdminRequest request;
    private final OrganizationScope organization;

    OrganizationRoomsResource(AdminRequest request, OrganizationScope organization) {
        this.request = request;
        this.organization = organization;
    }

    @GET
    @Operation(
            operationId = "listOrganizationDataRooms",
            summary = "Lists the data rooms of an organization, ordered by name")
    public List<RoomRepresentation> list(
            @QueryParam("search") String search, @QueryParam("first") String first, @QueryParam("max") String max) {
        Paging paging = Paging.of(first, max, request.refusals());
        return organization
                .rooms()
                .rooms(search)
                .skip(paging.first())
                .limit(paging.max())
                .map(RoomRepresentation::of)
                .toList();
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "createOrganizationDataRoom",
            summary = "Creates a data room in an organization, with or without an enforced rule")
    @APIResponse(
            responseCode = "201",
            description = "The data room",
            content = @Content(schema = @Schema(implementation = RoomRepresentation.class)))
    @APIResponse(responseCode = "409", description = "A group with this name exists")
    public Response create(
            @RequestBody(required = true, content = @Content(schema = @Schema(ref = "NewDataRoom"))) InputStream body) {
        request.access().requireManage(organization.model());
        return RoomCreation.inOrganization(request, organization).create(body);
    }
}
