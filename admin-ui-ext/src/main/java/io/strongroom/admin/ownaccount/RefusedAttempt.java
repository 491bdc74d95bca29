package io.strongroom.admin.ownaccount;

import io.strongroom.admin.request.Audit;
import org.keycloak.events.admin.OperationType;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.representations.AccessToken;
import org.keycloak.services.resources.admin.AdminAuth;
import org.keycloak.services.resources.admin.AdminEventBuilder;

/** Records a refused change as an admin event in a separate transaction, because the request's transaction is rolled back (X11). */
final class RefusedAttempt {

    static final String ERROR = "own_two_factor";

    private final KeycloakSession request;

    RefusedAttempt(KeycloakSession request) {
        this.request = request;
    }

    /**
     * @param administrator the user as loaded in the request's session, so that the new session reads no rows that the
     *                      request has locked
     */
    void record(RealmModel realm, UserModel administrator) {
        if (request.getContext().getBearerToken() instanceof AccessToken token) {
            ClientModel client = realm.getClientByClientId(token.getIssuedFor());
            AdminAuth auth = new AdminAuth(realm, token, administrator, client);
            KeycloakModelUtils.runJobInTransaction(
                    request.getKeycloakSessionFactory(), session -> send(session, realm.getId(), auth));
        }
    }

    private void send(KeycloakSession session, String realmId, AdminAuth auth) {
        RealmModel realm = session.realms().getRealm(realmId);
        session.getContext().setRealm(realm);
        AdminEventBuilder event = new AdminEventBuilder(
                        realm, auth, session, request.getContext().getConnection())
                .resource(Audit.RESOURCE)
                .operation(OperationType.ACTION)
                .resourcePath(request.getContext().getUri())
                .detail("userId", auth.getUser().getId());
        event.getEvent().setError(ERROR);
        event.success();
    }
}
