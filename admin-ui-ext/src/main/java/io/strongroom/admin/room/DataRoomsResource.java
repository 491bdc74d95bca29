package io.strongroom.admin.room;

import io.strongroom.admin.request.AdminRequest;
import io.strongroom.admin.request.Paging;
import io.strongroom.policy.store.RoomStore;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
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

/** REST resource of a tenant's data rooms. */
@Produces(MediaType.APPLICATION_JSON)
public final class DataRoomsResource {

    private final AdminRequest request;
    private final RoomStore store;

    public DataRoomsResource(AdminRequest request) {
        this.request = request;
        this.store = new RoomStore(request.session(), request.realm());
    }

    @GET
    @Operation(
            operationId = "listDataRooms",
            summary = "Lists the data rooms the administrator may see, ordered by name")
    public List<RoomRepresentation> list(
            @QueryParam("search") String search, @QueryParam("first") String first, @QueryParam("max") String max) {
        request.access().requireListGroups();
        Paging paging = Paging.of(first, max, request.refusals());
        return store.rooms(search)
                .filter(request.access()::canView)
                .skip(paging.first())
                .limit(paging.max())
                .map(RoomRepresentation::of)
                .toList();
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "createDataRoom", summary = "Creates a data room, with or without an enforced rule")
    @APIResponse(
            responseCode = "201",
            description = "The data room",
            content = @Content(schema = @Schema(implementation = RoomRepresentation.class)))
    @APIResponse(responseCode = "409", description = "A group with this name exists")
    public Response create(
            @RequestBody(required = true, content = @Content(schema = @Schema(ref = "NewDataRoom"))) InputStream body) {
        request.access().requireManageGroups();
        return RoomCreation.inRealm(request).create(body);
    }

    @Path("{id}")
    public DataRoomResource room(@PathParam("id") String id) {
        return new DataRoomResource(request, id);
    }
}
