package io.strongroom.admin;

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

/** What keeps the rules from working as they should; for managers of the realm (X9). */
@Produces(MediaType.APPLICATION_JSON)
public final class HealthResource {

    private final AdminRequest request;

    HealthResource(AdminRequest request) {
        this.request = request;
    }

    @GET
    @Operation(
            operationId = "getHealth",
            summary = "What should be mended, and what holds until then; empty where all is well")
    public List<Finding> get() {
        request.access().requireManageRealm();
        return new Health(request.session(), request.realm()).findings();
    }

    @POST
    @Path("{mend}/mend")
    @Operation(operationId = "mend", summary = "Mends what the findings with this id name")
    public void mend(@PathParam("mend") String id) {
        request.access().requireManageRealm();
        Fix mend = Fix.ofId(id).orElseThrow(() -> request.refusals().notFound("strongroomAdminNoMend"));
        mend.run(request.session(), request.realm());
        request.audit().done(Map.of("mended", mend.id()));
    }
}
