package io.strongroom.factor.webauthn;

import org.keycloak.authentication.AuthenticatorUtil;
import org.keycloak.events.Details;
import org.keycloak.sessions.AuthenticationSessionModel;

/** Checks whether a passkey is the only proof of who the user is. */
public final class OnlyProof {

    private OnlyProof() {}

    /**
     * Returns whether the login has verified neither a password, nor an identity provider, nor another credential. A login
     * that joins a session is not counted as proof, because a passkey may have started that session.
     *
     * @param login null outside of a login
     */
    public static boolean isIn(AuthenticationSessionModel login) {
        return login == null
                || !login.getUserSessionNotes().containsKey(Details.IDENTITY_PROVIDER)
                        && AuthenticatorUtil.getAuthnCredentials(login).stream()
                                .allMatch(KeyKind.PASSKEY.type()::equals);
    }
}
