package io.strongroom.admin;

import io.strongroom.admin.health.HealthResource;
import io.strongroom.admin.organization.OrganizationsResource;
import io.strongroom.admin.policy.PolicyResource;
import io.strongroom.admin.report.ReportResource;
import io.strongroom.admin.request.AdminRequest;
import io.strongroom.admin.room.DataRoomsResource;
import io.strongroom.admin.sms.SmsResource;
import io.strongroom.admin.uninstall.UninstallResource;
import io.strongroom.admin.user.UsersResource;
import jakarta.ws.rs.Path;

/** Root of the admin API of a tenant. */
public final class TwoFactorAdminResource {

    private final AdminRequest request;

    TwoFactorAdminResource(AdminRequest request) {
        this.request = request;
    }

    @Path("policy")
    public PolicyResource policy() {
        return new PolicyResource(request);
    }

    @Path("methods")
    public MethodsResource methods() {
        return new MethodsResource(request);
    }

    @Path("data-rooms")
    public DataRoomsResource dataRooms() {
        return new DataRoomsResource(request);
    }

    @Path("organizations")
    public OrganizationsResource organizations() {
        return new OrganizationsResource(request);
    }

    @Path("users")
    public UsersResource users() {
        return new UsersResource(request);
    }

    @Path("report")
    public ReportResource report() {
        return new ReportResource(request);
    }

    @Path("health")
    public HealthResource health() {
        return new HealthResource(request);
    }

    @Path("sms")
    public SmsResource sms() {
        return new SmsResource(request);
    }

    @Path("uninstall")
    public UninstallResource uninstall() {
        return new UninstallResource(request);
    }
}
