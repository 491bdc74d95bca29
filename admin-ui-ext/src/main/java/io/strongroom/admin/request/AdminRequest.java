package io.strongroom.admin.request;

import io.strongroom.context.UserContext;
import io.strongroom.policy.TenantPolicy;
import io.strongroom.policy.store.PolicyStore;
import java.time.Clock;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.services.resources.admin.AdminEventBuilder;
import org.keycloak.services.resources.admin.fgap.AdminPermissionEvaluator;

/**
 * A request by an administrator.
 *
 * @param realm the administered tenant, which is the realm of the session's context
 * @param auth  the administrator's permissions
 */
public record AdminRequest(
        KeycloakSession session,
        RealmModel realm,
        AdminPermissionEvaluator auth,
        AdminEventBuilder event,
        Clock clock) {

    /** Reads the tenant policy in force. */
    public TenantPolicy tenant() {
        return new PolicyStore(session, realm).tenant();
    }

    public UserContext contextOf(UserModel user) {
        return new UserContext(session, realm, user, clock);
    }

    public Access access() {
        return new Access(this);
    }

    public Refusals refusals() {
        return new Refusals(new Sentences(this));
    }

    public Audit audit() {
        return new Audit(this);
    }
}
