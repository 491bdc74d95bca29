package io.strongroom.factor;

import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/** The session that a login joins. In a browser where somebody else is signed in, that is none. */
public final class JoinedSession {

    private JoinedSession() {}

    public static Optional<UserSessionModel> of(
            KeycloakSession session, AuthenticationSessionModel login, UserModel user) {
        UserSessionModel joined = session.sessions()
                .getUserSession(login.getRealm(), login.getParentSession().getId());
        return Optional.ofNullable(joined)
                .filter(found -> found.getUser() != null
                        && user.getId().equals(found.getUser().getId()));
    }
}
