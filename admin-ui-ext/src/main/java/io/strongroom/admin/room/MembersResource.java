package io.strongroom.admin.room;

import io.strongroom.admin.query.Statuses;
import io.strongroom.admin.query.UserStatus;
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
import org.keycloak.models.GroupModel;

/** REST resource of a data room's members, including its administrators. */
@Produces(MediaType.APPLICATION_JSON)
public final class MembersResource {

    private final AdminRequest request;
    private final GroupModel room;

    MembersResource(AdminRequest request, GroupModel room) {
        this.request = request;
        this.room = room;
    }

    @GET
    @Operation(operationId = "listMembers", summary = "Lists the members of a data room, ordered by user name")
    public List<MemberRepresentation> list(
            @QueryParam("search") String search,
            @QueryParam("status") String status,
            @QueryParam("first") String first,
            @QueryParam("max") String max) {
        request.access().requireViewMembers(room);
        UserStatus wanted = Statuses.of(status, request.refusals());
        return new Members(request, room).page(search, wanted, Paging.of(first, max, request.refusals()));
    }

    @Path("{userId}/phone-number")
    public MemberNumberResource number(@PathParam("userId") String userId) {
        return new MemberNumberResource(request, room, userId);
    }
}
