package io.strongroom.admin;

import io.strongroom.admin.policy.PolicyResource;
import io.strongroom.admin.request.AdminRequest;
import io.strongroom.admin.room.DataRoomsResource;
import io.strongroom.admin.user.UsersResource;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** What administrators of a tenant can ask and change. */
public final class TwoFactorAdminResource {

    private final AdminRequest request;

    TwoFactorAdminResource(AdminRequest request) {
        this.request = request;
    }

    @Path("policy")
    public PolicyResource policy() {
        return new PolicyResource(request);
    }

    @Path("data-rooms")
    public DataRoomsResource dataRooms() {
        return new DataRoomsResource(request);
    }

    @Path("users")
    public UsersResource users() {
        return new UsersResource(request);
    }

    /** What keeps the rules from working as they should, each with what holds in the meantime; for managers of the realm. */
    @GET
    @Path("health")
    @Produces(MediaType.APPLICATION_JSON)
    public List<Finding> health() {
        request.access().requireManageRealm();
        return new Health(request.session(), request.realm()).findings();
    }
}
