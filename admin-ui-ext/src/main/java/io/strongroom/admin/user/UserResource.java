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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.keycloak.models.UserModel;

/** REST resource of one user. */
@Produces(MediaType.APPLICATION_JSON)
public final class UserResource {

    private final AdminRequest request;
    private final String id;

    UserResource(AdminRequest request, String id) {
        this.request = request;
        this.id = id;
    }

    @GET
    @Operation(operationId = "getUser", summary = "Returns the status and the factors of a user")
    public UserDetail get() {
        UserModel user = user();
        request.access().requireView(user);
        return new UserDetails(request, user).get();
    }

    @PUT
    @Path("required")
    @Operation(operationId = "requireUser", summary = "Requires a second factor of this user by granting a role")
    @APIResponse(responseCode = "409", description = "The policy names no existing role")
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
            summary = "Stops requiring a second factor of this user by removing the role")
    @APIResponse(responseCode = "409", description = "The user has the role through a group or another role")
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
                    "Removes a passkey, a security key, an authenticator app, a number or a set of codes; a user who is asked sets up a new factor")
    public void removeFactor(@PathParam("credentialId") String credentialId, @QueryParam("signOut") boolean signOut) {
        new FactorChanges(request, manageable()).remove(credentialId, signOut);
    }

    @DELETE
    @Path("factors")
    @Operation(
            operationId = "resetFactors",
            summary =
                    "Resets a user who lost phone and codes: removes the user's own factors, backup codes and remembered browsers; "
                            + "keeps numbers set for data rooms")
    public void reset(@QueryParam("signOut") boolean signOut) {
        new FactorChanges(request, manageable()).reset(signOut);
    }

    @DELETE
    @Path("locks")
    @Operation(
            operationId = "unlockUser",
            summary = "Unlocks the user's factors that were locked after too many wrong entries")
    public void unlock() {
        new FactorChanges(request, manageable()).unlock();
    }

    @DELETE
    @Path("browsers")
    @Operation(operationId = "forgetBrowsers", summary = "Revokes the user's remembered browsers")
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
            request.access().requireViewAllUsers(); // other administrators must not learn whether the id exists
            throw request.refusals().notFound("strongroomAdminNoUser");
        }
        return user;
    }
}
