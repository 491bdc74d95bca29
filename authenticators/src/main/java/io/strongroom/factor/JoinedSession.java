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
 * The session that a login joins: the one whose identity cookie the browser holds, where it is the user's. In a browser where somebody
 * else is signed in, that is none. The login's own cookie does not say it: a link of a mail, opened in the same browser, gives it another.
 */
public final class JoinedSession {

    private JoinedSession() {}

    public static Optional<UserSessionModel> of(
            KeycloakSession session, AuthenticationSessionModel login, UserModel user) {
        RealmModel realm = login.getRealm();
        return held(session, realm, user)
                .map(cookie -> session.sessions().getUserSession(realm, cookie.getSessionId()))
                .filter(found -> found.getUser() != null
                        && user.getId().equals(found.getUser().getId()))
                .filter(found -> AuthenticationManager.isSessionValid(realm, found));
    }

    /** The identity cookie, as Keycloak judges it; its own way would also change the session's state. */
    private static Optional<IdentityCookieToken> held(KeycloakSession session, RealmModel realm, UserModel user) {
        int notBefore = Math.max(realm.getNotBefore(), session.users().getNotBeforeOfUser(realm, user));
        return Optional.ofNullable(session.getProvider(CookieProvider.class).get(CookieType.IDENTITY))
                .map(cookie -> session.tokens().decode(cookie, IdentityCookieToken.class))
                .filter(token -> TokenUtil.TOKEN_TYPE_KEYCLOAK_ID.equals(token.getType()))
                .filter(token -> token.getSessionId() != null)
                .filter(token -> token.isActive() && token.getIat() >= notBefore);
    }
}
