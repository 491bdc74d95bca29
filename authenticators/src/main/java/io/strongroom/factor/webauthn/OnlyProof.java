package io.strongroom.factor.webauthn;

import java.util.Map;
import java.util.Set;
import org.keycloak.events.Details;
import org.keycloak.models.AuthenticationExecutionModel;
import org.keycloak.models.RealmModel;
import org.keycloak.sessions.AuthenticationSessionModel;
import org.keycloak.sessions.CommonClientSessionModel.ExecutionStatus;

/** Checks whether a passkey is the only proof of who the user is. */
public final class OnlyProof {

    /** Auth note: a passkey was the login's first proof. Keycloak reports a password even after its form took a passkey. */
    private static final String PASSKEY_FIRST = "strongroom.passkey-first";

    private static final Set<String> PROVING_STEPS = Set.of(
            "auth-username-password-form",
            "auth-password-form",
            "auth-spnego",
            "auth-x509-client-username-form",
            "auth-otp-form",
            "idp-username-password-form");

    private OnlyProof() {}

    /**
     * Returns whether the login has verified neither a password, nor an identity provider, nor another credential. A login
     * that joins a session is not counted as proof, because a passkey may have started that session.
     *
     * @param login null outside of a login
     */
    public static boolean isIn(RealmModel realm, AuthenticationSessionModel login) {
        if (login == null) {
            return true;
        }
        boolean isProven = login.getUserSessionNotes().containsKey(Details.IDENTITY_PROVIDER)
                || login.getExecutionStatus().entrySet().stream().anyMatch(step -> isProof(realm, step));
        return login.getAuthNote(PASSKEY_FIRST) != null || !isProven;
    }

    private static boolean isProof(RealmModel realm, Map.Entry<String, ExecutionStatus> step) {
        AuthenticationExecutionModel execution = realm.getAuthenticationExecutionById(step.getKey());
        return step.getValue() == ExecutionStatus.SUCCESS
                && execution != null
                && execution.getAuthenticator() != null
                && PROVING_STEPS.contains(execution.getAuthenticator());
    }

    /** Stores that a passkey was the login's first proof. */
    public static void store(AuthenticationSessionModel login) {
        if (login != null) {
            login.setAuthNote(PASSKEY_FIRST, "true");
        }
    }
}
