package io.strongroom.factor;

import java.util.Optional;
import org.keycloak.cookie.CookieProvider;
import org.keycloak.cookie.CookieType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.services.managers.IdentityCookieToken;
import org.keycloak.sessions.AuthenticationSessionModel;
import org.keycloak.util.TokenUtil;

/**
 * Finds the user session that a login joins. There is none if another user is signed in in this browser, or if the
 * browser does not hold the session's cookie: a parallel login has the same session id.
 */
public final class JoinedSession {

    private JoinedSession() {}

    public static Optional<UserSessionModel> of(
            KeycloakSession session, AuthenticationSessionModel login, UserModel user) {
        RealmModel realm = login.getRealm();
        UserSessionModel joined = session.sessions()
                .getUserSession(realm, login.getParentSession().getId());
        return Optional.ofNullable(joined)
                .filter(found -> isOf(found, user))
                .filter(found -> AuthenticationManager.isSessionValid(realm, found))
                .filter(found -> heldSessionId(session, realm, user)
                        .filter(found.getId()::equals)
                        .isPresent());
    }

    /** Returns the user's session whose cookie the browser holds, even if another login started it. */
    static Optional<UserSessionModel> heldByBrowser(KeycloakSession session, RealmModel realm, UserModel user) {
        return heldSessionId(session, realm, user)
                .map(id -> session.sessions().getUserSession(realm, id))
                .filter(found -> isOf(found, user))
                .filter(found -> AuthenticationManager.isSessionValid(realm, found));
    }

    private static boolean isOf(UserSessionModel found, UserModel user) {
        return found.getUser() != null && user.getId().equals(found.getUser().getId());
    }

    /** Validates the identity cookie as Keycloak does. Keycloak's own method would also change the session's state. */
    private static Optional<String> heldSessionId(KeycloakSession session, RealmModel realm, UserModel user) {
        int notBefore = Math.max(realm.getNotBefore(), session.users().getNotBeforeOfUser(realm, user));
        return Optional.ofNullable(session.getProvider(CookieProvider.class).get(CookieType.IDENTITY))
                .map(cookie -> session.tokens().decode(cookie, IdentityCookieToken.class))
                .filter(token -> TokenUtil.TOKEN_TYPE_KEYCLOAK_ID.equals(token.getType()))
                .filter(token -> user.getId().equals(token.getSubject()))
                .filter(token -> token.isActive() && token.getIat() >= notBefore)
                .map(IdentityCookieToken::getSessionId);
    }
}
