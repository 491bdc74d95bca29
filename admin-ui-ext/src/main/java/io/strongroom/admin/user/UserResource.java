package io.strongroom.admin.user;

import io.strongroom.admin.request.AdminRequest;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response.Status;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.keycloak.models.UserModel;
import org.keycloak.representations.idm.ErrorRepresentation;

/** One user. */
@Produces(MediaType.APPLICATION_JSON)
public final class UserResource {

    private final AdminRequest request;
    private final String id;

    UserResource(AdminRequest request, String id) {
        this.request = request;
        this.id = id;
    }

    @GET
    @Operation(operationId = "getUser", summary = "Where a user stands, and what they have set up")
    public UserDetail get() {
        UserModel user = user();
        request.access().requireView(user);
        return new UserDetails(request, user).get();
    }

    @PUT
    @Path("required")
    @Operation(operationId = "requireUser", summary = "Requires a second factor of this user, by a role")
    @APIResponse(
            responseCode = "409",
            description = "The policy names no role that exists",
            content = @Content(schema = @Schema(implementation = ErrorRepresentation.class)))
    public void require() {
        UserModel user = manageable();
        RequiredRole role = new RequiredRole(request);
        if (!role.isHeldBy(user)) {
            role.grant(user);
            request.audit().changed(user, Map.of("required", false), Map.of("required", true));
        }
    }

    @DELETE
    @Path("required")
    @Operation(
            operationId = "unrequireUser",
            summary = "Ends that a second factor is required of this user by a role of their own")
    @APIResponse(
            responseCode = "409",
            description = "The user holds the role by a group or another role",
            content = @Content(schema = @Schema(implementation = ErrorRepresentation.class)))
    public void unrequire() {
        UserModel user = manageable();
        RequiredRole role = new RequiredRole(request);
        if (role.isHeldBy(user)) {
            if (!role.revoke(user)) {
                throw request.refusals().because(Status.CONFLICT, "strongroomAdminRoleInherited");
            }
            request.audit().changed(user, Map.of("required", true), Map.of("required", false));
        }
    }

    @DELETE
    @Path("factors/{credentialId}")
    @Operation(
            operationId = "deleteFactor",
            summary =
                    "Removes a number, revokes an authenticator app or a set of backup codes; the user sets up anew where asked")
    public void removeFactor(@PathParam("credentialId") String credentialId, @QueryParam("signOut") boolean signOut) {
        new FactorChanges(request, manageable()).remove(credentialId, signOut);
    }

    @DELETE
    @Path("factors")
    @Operation(
            operationId = "resetFactors",
            summary =
                    "Resets a user who lost phone and codes: all factors of the own, backup codes and remembered browsers go; "
                            + "numbers set for data rooms stay")
    public void reset(@QueryParam("signOut") boolean signOut) {
        new FactorChanges(request, manageable()).reset(signOut);
    }

    @DELETE
    @Path("locks")
    @Operation(
            operationId = "unlockUser",
            summary = "Unlocks the factors that were locked after too many wrong entries")
    public void unlock() {
        new FactorChanges(request, manageable()).unlock();
    }

    @DELETE
    @Path("browsers")
    @Operation(operationId = "forgetBrowsers", summary = "Revokes the remembered browsers")
    public void forgetBrowsers(@QueryParam("signOut") boolean signOut) {
        new FactorChanges(request, manageable()).forgetBrowsers(signOut);
    }

    private UserModel manageable() {
        UserModel user = user();
        request.access().requireManageOther(user);
        return user;
    }

    private UserModel user() {
        UserModel user = request.session().users().getUserById(request.realm(), id);
        if (user == null) {
            request.access().requireViewAllUsers(); // to others, an id that nobody has is like one they may not see
            throw request.refusals().notFound("strongroomAdminNoUser");
        }
        return user;
    }
}
