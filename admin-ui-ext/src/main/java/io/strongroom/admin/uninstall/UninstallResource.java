package io.strongroom.admin.uninstall;

import io.strongroom.admin.request.AdminRequest;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Removes Strongroom from a realm. Call it in every realm before removing the jar; requires {@code manage-realm}. */
@Produces(MediaType.APPLICATION_JSON)
public final class UninstallResource {

    private final AdminRequest request;

    public UninstallResource(AdminRequest request) {
        this.request = request;
    }

    @POST
    @Operation(
            operationId = "uninstall",
            summary = "Removes everything from the realm that would fail without the jar, or with dryRun lists it")
    public Uninstallation uninstall(@QueryParam("dryRun") boolean dryRun) {
        request.access().requireManageRealm();
        RealmArtifacts policy = new PolicyArtifacts(request.session(), request.realm());
        RealmArtifacts rooms = new RoomArtifacts(request.session(), request.realm());
        RealmArtifacts organizations = new OrganizationArtifacts(request.session(), request.realm());
        ConditionalFlows conditional = new ConditionalFlows(request.session(), request.realm());
        RealmArtifacts flows = new FlowArtifacts(request.realm(), conditional);
        RealmArtifacts mappers = new MapperArtifacts(request.realm());
        RealmArtifacts profile = new ProfileArtifacts(request.session());
        RealmArtifacts themes = new ThemeArtifacts(request.realm());
        Uninstallation found = new Uninstallation(
                !dryRun,
                policy.found(),
                rooms.found(),
                organizations.found(),
                flows.found(),
                conditional.names(),
                mappers.found(),
                profile.found(),
                themes.found());
        if (!dryRun) {
            Stream.of(rooms, policy, organizations, flows, mappers, profile, themes)
                    .forEach(RealmArtifacts::remove);
            request.audit().done(found);
        }
        return found;
    }
}
