package io.strongroom.admin.organization;

import io.strongroom.admin.query.OrganizationScope;
import io.strongroom.admin.query.Statuses;
import io.strongroom.admin.query.UserStatus;
import io.strongroom.admin.request.AdminRequest;
import io.strongroom.admin.request.Paging;
import io.strongroom.admin.user.UserList;
import io.strongroom.admin.user.UserSummary;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** REST resource of an organization's members and their status under all policies that apply to them. */
@Produces(MediaType.APPLICATION_JSON)
public final class OrganizationUsersResource {

    private final AdminRequest request;
    private final OrganizationScope organization;

    OrganizationUsersResource(AdminRequest request, OrganizationScope organization) {
        this.request = request;
        this.organization = organization;
    }

    @GET
    @Operation(
            operationId = "listOrganizationUsers",
            summary = "Lists the members of an organization whom the administrator may see, ordered by user name")
    public List<UserSummary> list(
            @QueryParam("search") String search,
            @QueryParam("status") String status,
            @QueryParam("first") String first,
            @QueryParam("max") String max) {
        request.access().requireQueryUsers();
        UserStatus wanted = Statuses.of(status, request.refusals());
        return new UserList(request).members(organization, search, wanted, Paging.of(first, max, request.refusals()));
    }
}
