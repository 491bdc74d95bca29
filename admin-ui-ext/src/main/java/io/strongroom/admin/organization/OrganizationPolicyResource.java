package io.strongroom.admin.organization;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.strongroom.admin.policy.DryRuns;
import io.strongroom.admin.policy.PolicyVersion;
import io.strongroom.admin.policy.Tightening;
import io.strongroom.admin.query.OrganizationScope;
import io.strongroom.admin.request.AdminRequest;
import io.strongroom.admin.request.Body;
import io.strongroom.policy.Enforcement;
import io.strongroom.policy.OrganizationRule;
import io.strongroom.policy.TenantPolicy;
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

/** Reads and replaces the policy of an organization. */
@Produces(MediaType.APPLICATION_JSON)
public final class OrganizationPolicyResource {

    private final AdminRequest request;
    private final OrganizationScope organization;
    private final OrganizationDocument document;

    OrganizationPolicyResource(AdminRequest request, OrganizationScope organization) {
        this.request = request;
        this.organization = organization;
        this.document = new OrganizationDocument(
                organization.tenant(), organization.model().getId());
    }

    @GET
    @Operation(
            operationId = "getOrganizationPolicy",
            summary =
                    "Returns the policy of an organization; null for what it does not set, and in effective what applies")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(ref = "OrganizationPolicy")))
    public Response get() {
        return answer(organization.store().stored());
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "putOrganizationPolicy",
            summary =
                    "Replaces the policy of an organization, or with dryRun returns its effect on the members without saving it; absent fields are the realm's")
    @APIResponse(
            responseCode = "200",
            description = "The policy in force; with dryRun: which members it would ask",
            content = @Content(schema = @Schema(ref = "OrganizationPolicyOrDryRun")))
    @APIResponse(responseCode = "409", description = "Some owners have no factor; the error lists them")
    @APIResponse(responseCode = "412", description = "The policy has changed since it was read")
    public Response put(
            @RequestBody(required = true, content = @Content(schema = @Schema(ref = "OrganizationPolicy")))
                    InputStream body,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @QueryParam("dryRun") boolean dryRun) {
        request.access().requireManage(organization.model());
        SortedMap<String, String> after = document.read(Body.require(body, request.refusals()), request);
        return dryRun ? dryRun(rule(after)) : write(after, ifMatch);
    }

    private Response dryRun(OrganizationRule proposed) {
        MissingOwners owners = new MissingOwners(request, proposed);
        return Response.ok(new DryRuns(request).of(organization, proposed, owners.visible()))
                .build();
    }

    private Response write(SortedMap<String, String> after, String ifMatch) {
        SortedMap<String, String> before = organization.store().storedForUpdate();
        if (!PolicyVersion.of(before).satisfies(ifMatch)) {
            throw request.refusals().because(Status.PRECONDITION_FAILED, "strongroomAdminChangedMeanwhile");
        }
        TenantPolicy policyBefore = policy(before);
        TenantPolicy policyAfter = policy(after);
        if (Tightening.isIn(policyBefore, policyAfter)) {
            refuseIfOwnersLackFactor(rule(after));
        }
        organization.store().replace(after);
        record(before, after, isRequired(policyAfter) && !isRequired(policyBefore));
        return answer(after);
    }

    private void record(SortedMap<String, String> before, SortedMap<String, String> after, boolean newlyRequired) {
        ObjectNode shownBefore = document.write(before);
        ObjectNode shownAfter = document.write(after);
        if (newlyRequired) {
            request.audit().required(organization.model(), shownBefore, shownAfter);
        } else {
            request.audit().changed(shownBefore, shownAfter);
        }
    }

    private void refuseIfOwnersLackFactor(OrganizationRule proposed) {
        List<String> missing = new MissingOwners(request, proposed).names();
        if (!missing.isEmpty()) {
            throw request.refusals().about(Status.CONFLICT, "strongroomAdminOwnersMissing", missing);
        }
    }

    private Response answer(SortedMap<String, String> attributes) {
        return Response.ok(document.write(attributes))
                .header(HttpHeaders.ETAG, PolicyVersion.of(attributes).header())
                .build();
    }

    private OrganizationRule rule(SortedMap<String, String> attributes) {
        return new OrganizationRule(organization.model().getId(), attributes);
    }

    private TenantPolicy policy(SortedMap<String, String> attributes) {
        return rule(attributes).in(organization.tenant()).policy();
    }

    private static boolean isRequired(TenantPolicy policy) {
        return policy.enforcement() == Enforcement.REQUIRED;
    }
}
