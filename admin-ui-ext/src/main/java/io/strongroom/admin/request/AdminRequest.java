package io.strongroom.admin.request;

import java.time.Clock;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.resources.admin.AdminEventBuilder;
import org.keycloak.services.resources.admin.fgap.AdminPermissionEvaluator;

/**
 * A request of an administrator.
 *
 * @param realm the tenant that is administered; the session's context is in it
 * @param auth  what the administrator may do
 */
public record AdminRequest(
        KeycloakSession session,
        RealmModel realm,
        AdminPermissionEvaluator auth,
        AdminEventBuilder event,
        Clock clock) {

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
