package io.strongroom.admin;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.resources.admin.fgap.AdminPermissionEvaluator;

/** What administrators of a tenant can ask and change. */
public final class TwoFactorAdminResource {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final AdminPermissionEvaluator auth;

    TwoFactorAdminResource(KeycloakSession session, RealmModel realm, AdminPermissionEvaluator auth) {
        this.session = session;
        this.realm = realm;
        this.auth = auth;
    }

    /** What keeps the rules from working as they should, each with what holds in the meantime; for managers of the realm. */
    @GET
    @Path("health")
    @Produces(MediaType.APPLICATION_JSON)
    public List<Finding> health() {
        auth.realm().requireManageRealm();
        return new Health(session, realm).findings();
    }
}
