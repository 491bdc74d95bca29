package io.strongroom.admin.sms;

import io.strongroom.admin.request.AdminRequest;
import io.strongroom.admin.sms.SmsOverview.Budget;
import io.strongroom.admin.sms.SmsOverview.Failure;
import io.strongroom.admin.sms.SmsOverview.Gateway;
import io.strongroom.admin.sms.SmsOverview.Sender;
import io.strongroom.factor.LoginTenant;
import io.strongroom.factor.sms.RecentSendFailures;
import io.strongroom.factor.sms.SenderId;
import io.strongroom.factor.sms.SmsBudget;
import io.strongroom.gateway.SmsGateway;
import io.strongroom.gateway.SmsGatewayFactory;
import io.strongroom.policy.SmsRules;
import io.strongroom.state.KeycloakOneTimeStore;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.provider.ProviderFactory;

/** Reports on the sending of text messages; requires {@code manage-realm}. */
@Produces(MediaType.APPLICATION_JSON)
public final class SmsResource {

    private final AdminRequest request;

    public SmsResource(AdminRequest request) {
        this.request = request;
    }

    @GET
    @Operation(
            operationId = "getSms",
            summary =
                    "Returns the server's gateways, the sender, the use of today's budget, and the latest messages that were not sent")
    public SmsOverview get() {
        request.access().requireManageRealm();
        return new SmsOverview(gateways(), defaultGateway(), sender(), budget(), failures());
    }

    @Path("test")
    public SmsTestResource test() {
        return new SmsTestResource(request);
    }

    private List<Gateway> gateways() {
        return factories()
                .getProviderFactoriesStream(SmsGateway.class)
                .map(SmsGatewayFactory.class::cast)
                .map(this::gateway)
                .sorted(Comparator.comparing(Gateway::id))
                .toList();
    }

    private Gateway gateway(SmsGatewayFactory factory) {
        Optional<String> fault = factory.fault(request.session());
        return new Gateway(factory.getId(), fault.isEmpty(), fault.orElse(null));
    }

    private String defaultGateway() {
        return Optional.ofNullable(factories().getProviderFactory(SmsGateway.class))
                .map(ProviderFactory::getId)
                .orElse(null);
    }

    private KeycloakSessionFactory factories() {
        return request.session().getKeycloakSessionFactory();
    }

    private SmsRules rules() {
        return request.tenant().sms();
    }

    private Sender sender() {
        return Sender.of(SenderId.of(LoginTenant.ofRealm(request.realm(), rules())));
    }

    private Budget budget() {
        SmsBudget budget = SmsBudget.of(request.session(), request.realm(), rules(), request.clock());
        return Budget.of(budget.used(), budget.most());
    }

    private List<Failure> failures() {
        return new RecentSendFailures(
                        new KeycloakOneTimeStore(request.session(), request.realm()),
                        request.realm().getId(),
                        request.clock())
                .latest().stream().map(Failure::of).toList();
    }
}
