package io.strongroom.admin.room;

import io.strongroom.admin.request.AdminRequest;
import io.strongroom.admin.request.Body;
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
import jakarta.ws.rs.core.Response.Status;
import java.io.InputStream;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.keycloak.models.GroupModel;

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
        RoomForm form =
                RoomForm.toCreate(Body.require(body, request.refusals())).requireValid(request.refusals());
        String name = form.name().orElseThrow();
        if (request.session().groups().getGroupByName(request.realm(), null, name) != null) {
            throw request.refusals().because(Status.CONFLICT, "strongroomAdminRoomExists", name);
        }
        RoomRepresentation created = RoomRepresentation.of(createRoom(name, form));
        request.audit().created(created.id(), created);
        return Response.created(request.session()
                        .getContext()
                        .getUri()
                        .getAbsolutePathBuilder()
                        .path(created.id())
                        .build())
                .entity(created)
                .build();
    }

    private GroupModel createRoom(String name, RoomForm form) {
        GroupModel room = request.realm().createGroup(name);
        RoomStore.write(room, form.rule());
        form.userGroups().forEach(group -> request.realm().createGroup(group, room));
        form.administrators()
                .map(group -> request.realm().createGroup(group, room))
                .ifPresent(RoomStore::makeAdministrators);
        return room;
    }

    @Path("{id}")
    public DataRoomResource room(@PathParam("id") String id) {
        return new DataRoomResource(request, id);
    }
}
