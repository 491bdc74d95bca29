package io.strongroom.admin.user;

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

/** REST resource of a tenant's users and their status under its policy. */
@Produces(MediaType.APPLICATION_JSON)
public final class UsersResource {

    private final AdminRequest request;

    public UsersResource(AdminRequest request) {
        this.request = request;
    }

    @GET
    @Operation(
            operationId = "listUsers",
            summary = "Lists the users the administrator may see, ordered by user name; excludes service accounts")
    public List<UserSummary> list(
            @QueryParam("search") String search,
            @QueryParam("status") String status,
            @QueryParam("first") String first,
            @QueryParam("max") String max) {
        request.access().requireQueryUsers();
        UserStatus wanted = Statuses.of(status, request.refusals());
        return new UserList(request).page(search, wanted, Paging.of(first, max, request.refusals()));
    }

    @Path("{id}")
    public UserResource user(@PathParam("id") String id) {
        return new UserResource(request, id);
    }
}
