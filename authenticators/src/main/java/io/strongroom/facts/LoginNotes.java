package io.strongroom.facts;

import io.strongroom.factor.Impersonator;
import io.strongroom.factor.JoinedSession;
import io.strongroom.factor.browser.RememberedBrowsers;
import io.strongroom.factor.link.UnprovenLinks;
import io.strongroom.policy.Facts.Change;
import io.strongroom.policy.Facts.Login;
import io.strongroom.policy.TenantPolicy;
import java.time.Instant;
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

/** What a login says of itself. */
public final class LoginNotes {

    /** The user chose to set up later. */
    public static final String POSTPONED = "strongroom.postponed";

    /** Level of authentication from which on a second factor is meant. */
    public static final int SECOND_FACTOR_LEVEL = 2;

    private static final String KNOWN_BY_SESSION = "strongroom.known-by-session";
    private static final String FORGETS = "strongroom.forgets-browser";

    /** Request parameter by which an application asks for a data room: a group's path or id. */
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

    /** Without what the address of the login asks for: anybody can write a level, an action or a data room into one. */
    static LoginNotes withoutRequests(KeycloakSession session, AuthenticationSessionModel login) {
        return new LoginNotes(session, login, false);
    }

    /** The cookie of a session says who the user is, be it that a flow goes on from there to ask for a higher level. */
    public static void keepKnownBySession(AuthenticationSessionModel login) {
        login.setAuthNote(KNOWN_BY_SESSION, "true");
    }

    /** Whether nothing but a session says who the user is: no password, no passkey, no identity provider in this login. */
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

    /** Has the session that this login leads to remember whether an identity provider vouches for the user. */
    public static void keepProvider(AuthenticationSessionModel login) {
        BrokeredLogin.keep(login);
    }

    /** @param change of the user's factors that this login is for */
    Login facts(
            Instant now,
            TenantPolicy tenant,
            UserModel user,
            List<CredentialModel> credentials,
            Optional<Change> change) {
        return new Login(
                now,
                new RememberedBrowsers(session, login.getRealm(), user, now)
                        .knows(credentials, tenant.rememberBrowserDays()),
                BrokeredLogin.of(session, login, user)
                        .voucher(tenant.trustedProviders(), UnprovenLinks.among(credentials)),
                isPostponed(user),
                change,
                stepUpRequested(),
                Impersonator.of(session, login, user).isPresent());
    }

    /** The application wants the user to authenticate anew: what the session remembers does not do. */
    boolean mustBeFresh() {
        return AuthenticatorUtil.isForcedReauthentication(login);
    }

    /** What the login was begun for, where it is a change of the user's own factors. */
    Optional<Change> initiatedChange() {
        if (!withRequests) {
            return Optional.empty();
        }
        boolean forgets =
                pending.initiated().filter(PendingChanges.REMOVAL::equals).isPresent() && forgetsBrowser();
        return forgets ? Optional.empty() : pending.initiatedChange();
    }

    /** What waits to be changed in this login, by somebody else's wish. */
    Optional<Change> waitingChange(UserModel user) {
        return pending.waiting(user);
    }

    /** Who has a browser forgotten is asked more, not less: that is no change that a factor has to be passed for. */
    private boolean forgetsBrowser() {
        String id = login.getClientNote(Constants.KC_ACTION_PARAMETER);
        if (id == null) {
            return false;
        }
        boolean isBrowser = Optional.ofNullable(login.getAuthenticatedUser())
                .map(user -> user.credentialManager().getStoredCredentialById(id))
                .filter(credential -> RememberedBrowsers.TYPE.equals(credential.getType()))
                .isPresent();
        if (isBrowser) {
            login.setAuthNote(FORGETS, id); // the login goes on when it is gone
        }
        return id.equals(login.getAuthNote(FORGETS));
    }

    boolean stepUpRequested() {
        return requested(Constants.REQUESTED_LEVEL_OF_AUTHENTICATION)
                .filter(level -> Integer.parseInt(level) >= SECOND_FACTOR_LEVEL)
                .isPresent();
    }

    /** Path or id of the data room that the application names. */
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
