package io.strongroom.exit;

import io.strongroom.policy.Clause;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.keycloak.cookie.CookieType;
import org.keycloak.cookie.DefaultCookieProvider;
import org.keycloak.models.ImpersonationSessionNote;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.services.managers.IdentityCookieToken;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * Checks a login before Keycloak sets the identity cookie, which ties the browser to a user session. Keycloak sets it
 * at the end of every login, before the protocol sends its response, so this check also covers protocols that
 * Keycloak creates without a provider lookup (passive requests, SAML ECP) and protocols of other extensions.
 */
public final class GuardedCookieProvider extends DefaultCookieProvider {

    private final KeycloakSession keycloak;

    GuardedCookieProvider(KeycloakSession session) {
        super(session);
        this.keycloak = session;
    }

    @Override
    public void set(CookieType type, String value, int maxAge) {
        if (CookieType.IDENTITY.equals(type)) {
            check(value);
        }
        super.set(type, value, maxAge);
    }

    private void check(String identity) {
        AuthenticationSessionModel login = keycloak.getContext().getAuthenticationSession();
        if (login != null && login.getAuthenticatedUser() != null && hasEnded(login)) {
            LoginExit.require(keycloak, login);
        } else if (!isSessionOfBrowser(identity)) {
            sessionOf(identity).filter(session -> !isImpersonated(session)).ifPresent(this::check);
        }
    }

    /** Checks a session created without a login, for example by another extension. */
    private void check(UserSessionModel session) {
        List<Clause> open = new Exit(keycloak, Clock.systemUTC()).open(session);
        if (!open.isEmpty()) {
            StoppedLogin stopped = new StoppedLogin(keycloak, session.getRealm(), session.getUser());
            stopped.report(open);
            throw stopped.page();
        }
    }

    /**
     * Returns whether the login has ended: Keycloak removes its tab from the browser's logins when it attaches the
     * login to a user session.
     */
    private static boolean hasEnded(AuthenticationSessionModel login) {
        return !login.getParentSession().getAuthenticationSessions().containsKey(login.getTabId());
    }

    /** Returns whether the cookie only renews the browser's current session. */
    private boolean isSessionOfBrowser(String identity) {
        Optional<String> current = Optional.ofNullable(get(CookieType.IDENTITY)).flatMap(this::sessionId);
        return current.isPresent() && current.equals(sessionId(identity));
    }

    private Optional<UserSessionModel> sessionOf(String identity) {
        RealmModel realm = keycloak.getContext().getRealm();
        return sessionId(identity)
                .map(id -> keycloak.sessions().getUserSession(realm, id))
                .filter(session -> session.getUser() != null);
    }

    private Optional<String> sessionId(String identity) {
        return Optional.ofNullable(keycloak.tokens().decode(identity, IdentityCookieToken.class))
                .map(IdentityCookieToken::getSessionId);
    }

    /**
     * Returns whether an administrator started the session to impersonate its user. This is not a login; the
     * session is checked when an application uses it.
     */
    private static boolean isImpersonated(UserSessionModel session) {
        return session.getNote(ImpersonationSessionNote.IMPERSONATOR_ID.toString()) != null;
    }
}
