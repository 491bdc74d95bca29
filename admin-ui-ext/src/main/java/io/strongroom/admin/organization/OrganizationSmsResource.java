package io.strongroom.admin.organization;

import io.strongroom.admin.query.OrganizationScope;
import io.strongroom.admin.request.AdminRequest;
import io.strongroom.admin.sms.SmsOverview.Budget;
import io.strongroom.admin.sms.SmsOverview.Failure;
import io.strongroom.admin.sms.SmsOverview.Sender;
import io.strongroom.factor.LoginTenant;
import io.strongroom.factor.sms.RecentSendFailures;
import io.strongroom.factor.sms.SenderId;
import io.strongroom.factor.sms.SmsBudget;
import io.strongroom.policy.OrganizationTenant;
import io.strongroom.state.KeycloakOneTimeStore;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Reports on the sending of text messages in the name of an organization. */
@Produces(MediaType.APPLICATION_JSON)
public final class OrganizationSmsResource {

    private final AdminRequest request;
    private final OrganizationScope organization;

    OrganizationSmsResource(AdminRequest request, OrganizationScope organization) {
        this.request = request;
        this.organization = organization;
    }

    /**
     * The sending status of an organization.
     *
     * @param sender   sender shown on recipients' phones
     * @param budget   today's budget of the organization: one entry, or none if only the realm's limits its messages
     * @param failures latest messages in the organization's name that a gateway did not send, newest first; empty
     *                 without the right to list members
     */
    @Schema(name = "OrganizationSms")
    public record OrganizationSms(Sender sender, List<Budget> budget, List<Failure> failures) {}

    @GET
    @Operation(
            operationId = "getOrganizationSms",
            summary =
                    "Returns an organization's sender, the use of its budget today, and the latest messages in its name that were not sent")
    public OrganizationSms get() {
        OrganizationTenant tenant = OrganizationTenant.of(
                organization.model().getId(), organization.model().getName(), organization.parsed());
        return new OrganizationSms(
                sender(tenant),
                budget(tenant).stream().toList(),
                request.access().listsMembers() ? failures() : List.of());
    }

    private Sender sender(OrganizationTenant tenant) {
        return Sender.of(SenderId.of(
                new LoginTenant(request.realm(), tenant.policy().policy().sms(), Optional.of(tenant))));
    }

    private Optional<Budget> budget(OrganizationTenant tenant) {
        return SmsBudget.of(request.session(), request.realm(), tenant, request.clock())
                .map(budget -> Budget.of(budget.used(), budget.most()));
    }

    private List<Failure> failures() {
        return new RecentSendFailures(
                        new KeycloakOneTimeStore(request.session(), request.realm()),
                        request.realm().getId(),
                        request.clock())
                .ofOrganization(organization.model().getId()).latest().stream()
                        .map(Failure::of)
                        .toList();
    }
}
