package io.strongroom.facts;

import io.strongroom.context.UserContext;
import io.strongroom.factor.Impersonator;
import io.strongroom.factor.JoinedSession;
import io.strongroom.factor.browser.RememberedBrowsers;
import io.strongroom.factor.link.UnprovenLinks;
import io.strongroom.policy.Facts.Change;
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

    /** Note of the user session: the user has postponed the set-up. */
    public static final String POSTPONED = "strongroom.postponed";

    /** Lowest level of authentication that requires a second factor. */
    public static final int SECOND_FACTOR_LEVEL = 2;

    private static final String KNOWN_BY_SESSION = "strongroom.known-by-session";
    private static final String REMOVED_BROWSER_NOTE = "strongroom.forgets-browser";

    /** Request parameter that contains the path or id of the data room the application asks for. */
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

    /** Ignores the parameters of the login request: anybody can write a level, an action or a data room into its address. */
    static LoginNotes withoutRequests(KeycloakSession session, AuthenticationSessionModel login) {
        return new LoginNotes(session, login, false);
    }

    /** Records that the cookie of a session identified the user, even if the flow then asks for a higher level. */
    public static void storeKnownBySession(AuthenticationSessionModel login) {
        login.setAuthNote(KNOWN_BY_SESSION, "true");
    }

    /** Checks whether only a session identified the user: no password, no passkey, no identity provider in this login. */
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

    /** Stores the identity provider of this login in the user session that the login creates. */
    public static void storeProvider(AuthenticationSessionModel login) {
        BrokeredLogin.store(login);
    }

    /** @param change the change of the user's factors that this login makes, if any */
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
                stepUpRequested(),
                Impersonator.of(session, login, user).isPresent());
    }

    /** Checks whether the application forces re-authentication: factors passed earlier in the session then don't count. */
    boolean isReauthenticationForced() {
        return AuthenticatorUtil.isForcedReauthentication(login);
    }

    /** Returns the change of the user's own factors that the login was started for, if any. */
    Optional<Change> initiatedChange() {
        if (!withRequests) {
            return Optional.empty();
        }
        boolean isBrowserRemoval =
                pending.initiated().filter(PendingChanges.REMOVAL::equals).isPresent() && removesBrowser();
        return isBrowserRemoval ? Optional.empty() : pending.initiatedChange();
    }

    /** Returns the change that an administrator or a flow has requested and that is pending in this login, if any. */
    Optional<Change> pendingChange(UserModel user) {
        return pending.requiredChange(user);
    }

    /** Removing a remembered browser needs no factor: the user is asked more often afterwards, not less. */
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

    boolean stepUpRequested() {
        return requested(Constants.REQUESTED_LEVEL_OF_AUTHENTICATION)
                .filter(level -> Integer.parseInt(level) >= SECOND_FACTOR_LEVEL)
                .isPresent();
    }

    /** Returns the path or id of the data room that the application asks for. */
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
