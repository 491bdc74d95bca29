package io.strongroom.admin.health;

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

/** Reports problems with the policy and its environment, and fixes some of them; requires {@code manage-realm} (X9). */
@Produces(MediaType.APPLICATION_JSON)
public final class HealthResource {

    private final AdminRequest request;

    public HealthResource(AdminRequest request) {
        this.request = request;
    }

    @GET
    @Operation(
            operationId = "getHealth",
            summary = "Lists the problems to fix, with what applies until they are fixed; empty if there are none")
    public List<Finding> get() {
        request.access().requireManageRealm();
        return new Health(request.session(), request.realm()).findings();
    }

    @POST
    @Path("{mend}/mend")
    @Operation(operationId = "mend", summary = "Fixes the problems of the findings whose mend is this id")
    public void fix(@PathParam("mend") String id) {
        request.access().requireManageRealm();
        Fix fix = Fix.ofId(id).orElseThrow(() -> request.refusals().notFound("strongroomAdminNoMend"));
        fix.run(request.session(), request.realm());
        request.audit().done(Map.of("mended", fix.id()));
    }
}
