package io.strongroom.admin.user;

import io.strongroom.admin.request.AdminRequest;
import java.util.List;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.services.managers.AuthenticationManager;

/**
 * Ends a user's sessions if the administrator requests this together with a change to the user's factors (security
 * figure 22).
 */
public final class SignOut {

    private final AdminRequest request;

    public SignOut(AdminRequest request) {
        this.request = request;
    }

    public void everywhere(UserModel user) {
        KeycloakSession session = request.session();
        session.users()
                .setNotBeforeForUser(
                        request.realm(),
                        user,
                        Math.toIntExact(request.clock().instant().getEpochSecond()));
        List<UserSessionModel> sessions =
                session.sessions().getUserSessionsStream(request.realm(), user).toList();
        sessions.forEach(one -> AuthenticationManager.backchannelLogout(
                session,
                request.realm(),
                one,
                session.getContext().getUri(),
                session.getContext().getConnection(),
                session.getContext().getHttpRequest().getHttpHeaders(),
                true));
    }
}
