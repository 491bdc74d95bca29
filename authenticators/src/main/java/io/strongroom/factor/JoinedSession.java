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
 * The session that a login joins. In a browser where somebody else is signed in, that is none; nor is it in one that does not
 * hold the session's cookie: a login that was begun beside it has its id all the same.
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

    /** The user's session whose cookie the browser holds, whichever login it began with. */
    static Optional<UserSessionModel> heldByBrowser(KeycloakSession session, RealmModel realm, UserModel user) {
        return heldSessionId(session, realm, user)
                .map(id -> session.sessions().getUserSession(realm, id))
                .filter(found -> isOf(found, user))
                .filter(found -> AuthenticationManager.isSessionValid(realm, found));
    }

    private static boolean isOf(UserSessionModel found, UserModel user) {
        return found.getUser() != null && user.getId().equals(found.getUser().getId());
    }

    /** By the identity cookie, as Keycloak judges it; its own way would also change the session's state. */
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
