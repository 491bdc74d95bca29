package io.strongroom.admin.uninstall;

import io.strongroom.admin.request.AdminRequest;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** To be called in every realm before the jar is removed; for managers of the realm. */
@Produces(MediaType.APPLICATION_JSON)
public final class UninstallResource {

    private final AdminRequest request;

    public UninstallResource(AdminRequest request) {
        this.request = request;
    }

    @POST
    @Operation(
            operationId = "uninstall",
            summary = "Takes out of the realm what would fail once the jar is gone, or with dryRun says what that is")
    public Uninstallation uninstall(@QueryParam("dryRun") boolean dryRun) {
        request.access().requireManageRealm();
        RealmArtifacts policy = new PolicyArtifacts(request.session(), request.realm());
        RealmArtifacts rooms = new RoomArtifacts(request.session(), request.realm());
        ConditionalFlows conditional = new ConditionalFlows(request.session(), request.realm());
        RealmArtifacts flows = new FlowArtifacts(request.realm(), conditional);
        RealmArtifacts mappers = new MapperArtifacts(request.realm());
        RealmArtifacts profile = new ProfileArtifacts(request.session());
        RealmArtifacts themes = new ThemeArtifacts(request.realm());
        Uninstallation found = new Uninstallation(
                !dryRun,
                policy.found(),
                rooms.found(),
                flows.found(),
                conditional.names(),
                mappers.found(),
                profile.found(),
                themes.found());
        if (!dryRun) {
            Stream.of(rooms, policy, flows, mappers, profile, themes).forEach(RealmArtifacts::remove);
            request.audit().done(found);
        }
        return found;
    }
}
