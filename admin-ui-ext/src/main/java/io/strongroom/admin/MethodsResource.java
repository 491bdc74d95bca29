package io.strongroom.admin;

import io.strongroom.admin.request.AdminRequest;
import io.strongroom.policy.Method;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Lists the methods that this server knows, for policies and for the statuses of users. */
@Produces(MediaType.APPLICATION_JSON)
public final class MethodsResource {

    private final AdminRequest request;

    MethodsResource(AdminRequest request) {
        this.request = request;
    }

    /**
     * A method that policies can accept.
     *
     * @param method            its name in policies and statuses
     * @param type              type of its credentials
     * @param phishingResistant whether a fake page can't make users give their factor away
     */
    @Schema(name = "Method")
    public record KnownMethod(String method, String type, boolean phishingResistant) {

        private static KnownMethod of(Method method) {
            return new KnownMethod(method.word(), method.credentialType(), method.isPhishingResistant());
        }
    }

    @GET
    @Operation(operationId = "listMethods", summary = "Lists the methods that policies can accept, the strongest first")
    public List<KnownMethod> list() {
        request.access().requireAnyList();
        return Method.values().stream().map(KnownMethod::of).toList();
    }
}
