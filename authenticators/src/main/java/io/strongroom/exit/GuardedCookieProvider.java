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
 * The identity cookie is what makes a user session a browser's, and Keycloak sets it at the end of every login, whatever the
 * protocol and before the protocol answers. Protocols that Keycloak makes without asking for a provider (passive requests, SAML
 * ECP) and those of other extensions are checked here.
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
        } else if (!isHeldByBrowser(identity)) {
            sessionOf(identity).filter(session -> !isImpersonated(session)).ifPresent(this::check);
        }
    }

    /** A session that begins without a login, as other extensions may do it. */
    private void check(UserSessionModel session) {
        List<Clause> open = new Exit(keycloak, Clock.systemUTC()).open(session);
        if (!open.isEmpty()) {
            StoppedLogin stopped = new StoppedLogin(keycloak, session.getRealm(), session.getUser());
            stopped.report(open);
            throw stopped.page();
        }
    }

    /** Keycloak takes the tab out of the browser's logins when it attaches its login to a session. */
    private static boolean hasEnded(AuthenticationSessionModel login) {
        return !login.getParentSession().getAuthenticationSessions().containsKey(login.getTabId());
    }

    /** The cookie of a session that the browser is in is renewed now and then. */
    private boolean isHeldByBrowser(String identity) {
        Optional<String> held = Optional.ofNullable(get(CookieType.IDENTITY)).flatMap(this::sessionId);
        return held.isPresent() && held.equals(sessionId(identity));
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

    /** An administrator's doing, which is no login; applications are checked when the session is used for them. */
    private static boolean isImpersonated(UserSessionModel session) {
        return session.getNote(ImpersonationSessionNote.IMPERSONATOR_ID.toString()) != null;
    }
}
