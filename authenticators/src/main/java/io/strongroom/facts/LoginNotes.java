package io.strongroom.facts;

import io.strongroom.context.UserContext;
import io.strongroom.factor.Impersonator;
import io.strongroom.factor.JoinedSession;
import io.strongroom.factor.browser.RememberedBrowsers;
import io.strongroom.factor.link.UnprovenLinks;
import io.strongroom.policy.Facts.Change;
import io.strongroom.policy.Facts.Level;
import io.strongroom.policy.Facts.Login;
import io.strongroom.policy.TenantPolicy;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.keycloak.authentication.AuthenticatorUtil;
import org.keycloak.credential.CredentialModel;
import org.keycloak.events.Details;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.PasswordCredentialModel;
import org.keycloak.models.credential.WebAuthnCredentialModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/** Reads the facts of a login from its notes and from the session it joins. */
public final class LoginNotes {

    /** User session note: the identity provider through which the session was started. */
    public static final String PROVIDER = BrokeredLogin.NOTE;

    /** User session note: the user has postponed the set-up. */
    public static final String POSTPONED = "strongroom.postponed";

    /** Lowest authentication level that requires a second factor. */
    public static final int SECOND_FACTOR_LEVEL = 2;

    /** Authentication level of a factor that resists phishing. */
    public static final int PHISHING_RESISTANT_LEVEL = 3;

    private static final String KNOWN_BY_SESSION = "strongroom.known-by-session";
    private static final String REMOVED_BROWSER_NOTE = "strongroom.forgets-browser";

    /** Request parameter with the path or id of the data room requested by the application. */
    private static final String ROOM = "client_request_param_data_room";

    private final KeycloakSession session;
    private final AuthenticationSessionModel login;
    private final PendingChanges pending;
    private final boolean withRequests;

    private LoginNotes(KeycloakSession session, AuthenticationSessionModel login, boolean withRequests) {
        this.session = session;
        this.login = login;
        this.pending = new PendingChanges(session, login);
        this.withRequests = withRequests;
    }

    static LoginNotes of(KeycloakSession session, AuthenticationSessionModel login) {
        return new LoginNotes(session, login, true);
    }

    /**
     * Returns notes that ignore the login request's parameters, because anyone can put a level, an action or a data
     * room into its URL.
     */
    static LoginNotes withoutRequests(KeycloakSession session, AuthenticationSessionModel login) {
        return new LoginNotes(session, login, false);
    }

    /** Records that a session cookie identified the user, even if the flow then requires a higher level. */
    public static void storeKnownBySession(AuthenticationSessionModel login) {
        login.setAuthNote(KNOWN_BY_SESSION, "true");
    }

    /**
     * Checks whether only a session identified the user, without a password, passkey or identity provider in this
     * login.
     */
    public static boolean isKnownBySessionAlone(AuthenticationSessionModel login) {
        boolean isShown = login.getUserSessionNotes().containsKey(Details.IDENTITY_PROVIDER)
                || AuthenticatorUtil.getAuthnCredentials(login).stream().anyMatch(LoginNotes::isFirstFactor);
        return AuthenticatorUtil.isSSOAuthentication(login)
                || "true".equals(login.getAuthNote(KNOWN_BY_SESSION)) && !isShown;
    }

    private static boolean isFirstFactor(String credentialType) {
        return PasswordCredentialModel.TYPE.equals(credentialType)
                || WebAuthnCredentialModel.TYPE_PASSWORDLESS.equals(credentialType);
    }

    /** Stores this login's identity provider for the user session it creates. */
    public static void storeProvider(AuthenticationSessionModel login) {
        BrokeredLogin.store(login);
    }

    /** @param change the change to the user's factors made by this login, if any */
    Login facts(
            Instant now,
            TenantPolicy tenant,
            UserModel user,
            List<CredentialModel> credentials,
            Optional<Change> change) {
        return new Login(
                now,
                new RememberedBrowsers(UserContext.of(session, user, Clock.fixed(now, ZoneOffset.UTC)))
                        .knows(credentials, tenant.rememberBrowserDays()),
                BrokeredLogin.of(session, login, user)
                        .voucher(tenant.trustedProviders(), UnprovenLinks.among(credentials)),
                isPostponed(user),
                change,
                requestedLevel(),
                Impersonator.of(session, login, user).isPresent());
    }

    /**
     * Checks whether the application forces re-authentication, which invalidates factors passed earlier in the
     * session.
     */
    boolean isReauthenticationForced() {
        return AuthenticatorUtil.isForcedReauthentication(login);
    }

    /** Returns the change to the user's own factors that started this login, if any. */
    Optional<Change> initiatedChange() {
        if (!withRequests) {
            return Optional.empty();
        }
        boolean isBrowserRemoval =
                pending.initiated().filter(PendingChanges.REMOVAL::equals).isPresent() && removesBrowser();
        return isBrowserRemoval ? Optional.empty() : pending.initiatedChange();
    }

    /** Returns the change requested by an administrator or a flow and pending in this login, if any. */
    Optional<Change> pendingChange(UserModel user) {
        return pending.requiredChange(user);
    }

    /**
     * Checks whether the login removes a remembered browser. That requires no factor, because the user then has to
     * pass a factor more often, not less.
     */
    private boolean removesBrowser() {
        String id = login.getClientNote(Constants.KC_ACTION_PARAMETER);
        if (id == null) {
            return false;
        }
        boolean isBrowser = Optional.ofNullable(login.getAuthenticatedUser())
                .map(user -> user.credentialManager().getStoredCredentialById(id))
                .filter(credential -> RememberedBrowsers.TYPE.equals(credential.getType()))
                .isPresent();
        if (isBrowser) {
            login.setAuthNote(REMOVED_BROWSER_NOTE, id); // the login continues after the browser is removed
        }
        return id.equals(login.getAuthNote(REMOVED_BROWSER_NOTE));
    }

    Level requestedLevel() {
        int requested = requested(Constants.REQUESTED_LEVEL_OF_AUTHENTICATION)
                .map(Integer::parseInt)
                .orElse(Constants.NO_LOA);
        if (requested >= PHISHING_RESISTANT_LEVEL) {
            return Level.PHISHING_RESISTANT;
        }
        return requested >= SECOND_FACTOR_LEVEL ? Level.SECOND_FACTOR : Level.NONE;
    }

    /** Returns the path or id of the data room requested by the application. */
    Optional<String> requestedRoom() {
        return requested(ROOM);
    }

    private Optional<String> requested(String note) {
        return Optional.ofNullable(login.getClientNote(note)).filter(value -> withRequests);
    }

    private boolean isPostponed(UserModel user) {
        return "true".equals(login.getUserSessionNotes().get(POSTPONED))
                || JoinedSession.of(session, login, user)
                        .filter(joined -> "true".equals(joined.getNote(POSTPONED)))
                        .isPresent();
    }
}
