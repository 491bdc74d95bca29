package io.strongroom.admin.room;

import io.strongroom.admin.request.AdminRequest;
import io.strongroom.admin.request.Body;
import io.strongroom.policy.store.RoomStore;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response.Status;
import java.io.InputStream;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.keycloak.models.GroupModel;

/** REST resource of one data room. */
@Produces(MediaType.APPLICATION_JSON)
public final class DataRoomResource {

    private final AdminRequest request;
    private final String id;

    DataRoomResource(AdminRequest request, String id) {
        this.request = request;
        this.id = id;
    }

    @GET
    @Operation(operationId = "getDataRoom", summary = "Returns a data room with its rule")
    public RoomRepresentation get() {
        return RoomRepresentation.of(visibleRoom());
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "putDataRoom", summary = "Replaces the rule of a data room, and its name if one is given")
    @APIResponse(responseCode = "200", description = "The data room")
    @APIResponse(
            responseCode = "409",
            description = "The group holds administrators, on whom no rule can be enforced; or the name is taken")
    public RoomRepresentation put(
            @RequestBody(
                            required = true,
                            content = @Content(schema = @Schema(implementation = RoomRepresentation.class)))
                    InputStream body) {
        refuseAdministrators();
        GroupModel room = visibleRoom();
        request.access().requireManage(room);
        RoomForm form = RoomForm.toEdit(Body.require(body, request.refusals())).requireValid(request.refusals());
        RoomRepresentation before = RoomRepresentation.of(room);
        boolean wasEnforced = RoomStore.policyOf(room).enforced();
        form.name().filter(name -> !name.equals(room.getName())).ifPresent(name -> rename(room, name));
        RoomStore.write(room, form.rule());
        RoomRepresentation after = RoomRepresentation.of(room);
        if (RoomStore.policyOf(room).enforced() && !wasEnforced) {
            request.audit().switchedOn(room.getId(), before, after);
        } else {
            request.audit().changed(before, after);
        }
        return after;
    }

    private void rename(GroupModel room, String name) {
        GroupModel existing = request.session().groups().getGroupByName(request.realm(), room.getParent(), name);
        if (existing != null) {
            throw request.refusals().because(Status.CONFLICT, "strongroomAdminRoomExists", name);
        }
        room.setName(name);
    }

    @Path("members")
    public MembersResource members() {
        return new MembersResource(request, visibleRoom());
    }

    private GroupModel visibleRoom() {
        request.access().requireFindGroups();
        GroupModel room = new RoomStore(request.session(), request.realm())
                .find(id)
                .orElseThrow(() -> request.refusals().notFound("strongroomAdminNoRoom"));
        request.access().requireView(room);
        return room;
    }

    private void refuseAdministrators() {
        Optional.ofNullable(request.session().groups().getGroupById(request.realm(), id))
                .filter(group -> request.access().canView(group))
                .filter(RoomStore::isAdministratorsGroup)
                .ifPresent(group -> {
                    throw request.refusals().because(Status.CONFLICT, "strongroomAdminNotOnAdministrators");
                });
    }
}
