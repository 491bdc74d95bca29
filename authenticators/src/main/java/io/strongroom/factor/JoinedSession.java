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
 * Finds the user session that a login joins: the one identified by the browser's identity cookie, if it belongs to
 * the user. The login's own cookie is unreliable: opening an e-mailed link in the same browser replaces it.
 */
public final class JoinedSession {

    private JoinedSession() {}

    public static Optional<UserSessionModel> of(
            KeycloakSession session, AuthenticationSessionModel login, UserModel user) {
        return inBrowser(session, login.getRealm())
                .filter(found -> user.getId().equals(found.getUser().getId()));
    }

    /** Returns the session of the user signed in to this browser. */
    public static Optional<UserSessionModel> inBrowser(KeycloakSession session, RealmModel realm) {
        return Optional.ofNullable(session.getProvider(CookieProvider.class).get(CookieType.IDENTITY))
                .map(cookie -> session.tokens().decode(cookie, IdentityCookieToken.class))
                .flatMap(token -> named(token, session, realm));
    }

    /**
     * Returns the session that the identity cookie refers to. Validates the cookie in the same way as Keycloak,
     * whose own method would also change the session's state.
     */
    private static Optional<UserSessionModel> named(
            IdentityCookieToken token, KeycloakSession session, RealmModel realm) {
        boolean isIdentity = TokenUtil.TOKEN_TYPE_KEYCLOAK_ID.equals(token.getType())
                && token.getSessionId() != null
                && token.isActive();
        return Optional.of(token)
                .filter(any -> isIdentity)
                .map(any -> session.sessions().getUserSession(realm, token.getSessionId()))
                .filter(found -> found.getUser() != null && AuthenticationManager.isSessionValid(realm, found))
                .filter(found -> token.getIat() >= notBefore(session, realm, found.getUser()));
    }

    private static int notBefore(KeycloakSession session, RealmModel realm, UserModel user) {
        return Math.max(realm.getNotBefore(), session.users().getNotBeforeOfUser(realm, user));
    }
}
