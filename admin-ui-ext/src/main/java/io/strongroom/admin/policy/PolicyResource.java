package io.strongroom.admin.policy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.strongroom.admin.request.AdminRequest;
import io.strongroom.admin.request.Body;
import io.strongroom.admin.request.SettingsDocument;
import io.strongroom.factor.sms.attribute.PhoneNumberDeclaration;
import io.strongroom.owner.Owners;
import io.strongroom.policy.TenantPolicy;
import io.strongroom.policy.store.TenantPolicyWriter;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.io.InputStream;
import java.util.List;
import java.util.SortedMap;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.keycloak.models.UserModel;

/** Reads and replaces the tenant policy; requires {@code manage-realm} (O1). */
@Produces(MediaType.APPLICATION_JSON)
public final class PolicyResource {

    private static final PolicyForm FORM = new PolicyForm(
            TenantPolicy.settings(name -> null),
            attributes -> TenantPolicy.parse(attributes).problems(),
            TenantPolicy::parse,
            (request, attributes) ->
                    new Owners(request.session(), request.realm(), TenantPolicy.parse(attributes::get)));

    private final AdminRequest request;
    private final TenantPolicyWriter store;

    public PolicyResource(AdminRequest request) {
        this.request = request;
        this.store = new TenantPolicyWriter(request.session(), request.realm());
    }

    @GET
    @Operation(operationId = "getPolicy", summary = "Returns the tenant policy in force, including defaults")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(ref = "Policy")))
    public Response get() {
        request.access().requireManageRealm();
        return answer(store.stored());
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "putPolicy",
            summary =
                    "Replaces the tenant policy, or with dryRun returns its effect without saving it; absent fields get their default")
    @APIResponse(
            responseCode = "200",
            description = "The policy in force; with dryRun: whom it would ask",
            content = @Content(schema = @Schema(ref = "PolicyOrDryRun")))
    @APIResponse(responseCode = "409", description = "Some owners have no factor; the error lists them")
    @APIResponse(responseCode = "412", description = "The policy has changed since it was read")
    public Response put(
            @RequestBody(required = true, content = @Content(schema = @Schema(ref = "Policy"))) InputStream body,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @QueryParam("dryRun") boolean dryRun) {
        request.access().requireManageRealm();
        ObjectNode document = Body.require(body, request.refusals());
        SortedMap<String, String> after = FORM.read(document, request);
        TenantPolicy tenant = TenantPolicy.parse(after::get);
        return dryRun ? Response.ok(new DryRuns(request).of(tenant)).build() : write(after, tenant, ifMatch);
    }

    private Response write(SortedMap<String, String> after, TenantPolicy tenant, String ifMatch) {
        SortedMap<String, String> before = store.storedForUpdate();
        if (!PolicyVersion.of(before).satisfies(ifMatch)) {
            throw request.refusals().because(Status.PRECONDITION_FAILED, "strongroomAdminChangedMeanwhile");
        }
        if (Tightening.isIn(TenantPolicy.parse(before::get), tenant)) {
            refuseIfOwnersLackFactor(tenant);
        }
        store.replace(after);
        if (PhoneNumberDeclaration.isNeededBy(tenant)) {
            new PhoneNumberDeclaration(request.session()).declare();
        }
        request.audit().changed(document(before), document(after));
        return answer(after);
    }

    private void refuseIfOwnersLackFactor(TenantPolicy tenant) {
        List<String> missing = new Owners(request.session(), request.realm(), tenant)
                .missing().stream().map(UserModel::getUsername).sorted().toList();
        if (!missing.isEmpty()) {
            throw request.refusals().about(Status.CONFLICT, "strongroomAdminOwnersMissing", missing);
        }
    }

    private static Response answer(SortedMap<String, String> attributes) {
        return Response.ok(document(attributes))
                .header(HttpHeaders.ETAG, PolicyVersion.of(attributes).header())
                .build();
    }

    private static ObjectNode document(SortedMap<String, String> attributes) {
        return SettingsDocument.write(TenantPolicy.settings(attributes::get));
    }
}
