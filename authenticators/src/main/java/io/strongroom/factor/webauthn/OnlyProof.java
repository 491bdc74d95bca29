package io.strongroom.factor.webauthn;

import io.strongroom.context.UserContext;
import io.strongroom.factor.FactorAuthenticator;
import io.strongroom.factor.JoinedSession;
import io.strongroom.factor.LoginStep;
import java.util.Map;
import java.util.Set;
import org.keycloak.authentication.Authenticator;
import org.keycloak.authentication.authenticators.broker.util.PostBrokerLoginConstants;
import org.keycloak.authentication.authenticators.browser.UsernameForm;
import org.keycloak.authentication.authenticators.browser.UsernamePasswordForm;
import org.keycloak.events.Details;
import org.keycloak.models.AuthenticationExecutionModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.sessions.AuthenticationSessionModel;
import org.keycloak.sessions.CommonClientSessionModel.ExecutionStatus;

/** Checks whether a key is the only proof of who the user is. */
public final class OnlyProof {

    /** Auth note: a key was the login's first proof. Keycloak reports a password even after its form took a passkey. */
    private static final String KEY_FIRST = "strongroom.key-first";

    private static final Set<String> OTHER_PROVING_STEPS =
            Set.of("auth-spnego", "auth-x509-client-username-form", "auth-otp-form");

    private OnlyProof() {}

    /**
     * Returns whether the login has verified neither a password, nor an identity provider, nor another credential. A login
     * that joins a session is not counted as proof, because a passkey may have started that session.
     *
     * @param login null outside of a login
     */
    private static boolean isIn(KeycloakSession session, AuthenticationSessionModel login) {
        if (login == null) {
            return true;
        }
        boolean isProven = login.getUserSessionNotes().containsKey(Details.IDENTITY_PROVIDER)
                || login.getAuthNote(PostBrokerLoginConstants.PBL_BROKERED_IDENTITY_CONTEXT) != null
                || login.getExecutionStatus().entrySet().stream()
                        .anyMatch(step -> isProof(session, login.getRealm(), step));
        return isKeyFirst(login) || !isProven;
    }

    private static boolean isKeyFirst(AuthenticationSessionModel login) {
        return login.getAuthNote(KEY_FIRST) != null;
    }

    /**
     * Returns whether a step takes a key of this type without any other proof. For a security key, the session that the
     * login joins is one: flows ask for it there to raise the level.
     */
    public static boolean isInStep(UserContext context, String type, AuthenticationSessionModel login) {
        boolean joins = login != null
                && !KeyKind.PASSKEY.type().equals(type)
                && JoinedSession.of(context.session(), login, context.user()).isPresent();
        return !joins && isIn(context.session(), login);
    }

    /** Returns whether the guard must not take a key of this type as a proof beside another one. */
    static boolean isInGuard(LoginStep step, String type) {
        return KeyKind.PASSKEY.type().equals(type) ? isIn(step.session(), step.login()) : isKeyFirst(step.login());
    }

    private static boolean isProof(KeycloakSession session, RealmModel realm, Map.Entry<String, ExecutionStatus> step) {
        AuthenticationExecutionModel execution = realm.getAuthenticationExecutionById(step.getKey());
        return step.getValue() == ExecutionStatus.SUCCESS
                && execution != null
                && execution.getAuthenticator() != null
                && isProof(execution.getAuthenticator(), session);
    }

    /** Counts other extensions' password forms too, if they extend Keycloak's. The form for the user name alone proves nothing. */
    private static boolean isProof(String id, KeycloakSession session) {
        Authenticator step = session.getProvider(Authenticator.class, id);
        return step instanceof UsernamePasswordForm && !(step instanceof UsernameForm)
                || step instanceof FactorAuthenticator
                || OTHER_PROVING_STEPS.contains(id);
    }

    /** Stores that a key was the login's first proof. */
    public static void store(AuthenticationSessionModel login) {
        if (login != null) {
            login.setAuthNote(KEY_FIRST, "true");
        }
    }
}
