package io.strongroom.token;

import io.strongroom.factor.PassedFactor;
import io.strongroom.facts.LoginNotes;
import io.strongroom.policy.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.keycloak.authentication.AuthenticatorUtil;
import org.keycloak.events.Details;
import org.keycloak.models.UserSessionModel;
import org.keycloak.models.credential.PasswordCredentialModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * How a session's user signed in, before any second factor. Keycloak keeps this information only during the login.
 *
 * @param credentialTypes types of the credentials verified by Keycloak's flows
 * @param brokered        whether an identity provider vouches for the user
 */
public record FirstFactor(Set<String> credentialTypes, boolean brokered) {

    /** User session note: the credential types, separated by commas. */
    static final String NOTE = "strongroom.first";

    /**
     * Stores the first factor in a note of the session that this login creates or joins. If the login did not verify
     * a first factor, the session's note remains unchanged.
     *
     * @param second the second factors passed in this login
     */
    public static void keep(AuthenticationSessionModel login, List<PassedFactor> second) {
        Set<String> secondTypes = second.stream().map(PassedFactor::type).collect(Collectors.toSet());
        String first = AuthenticatorUtil.getAuthnCredentials(login).stream()
                .filter(type -> !secondTypes.contains(type)
                        && Method.ofCredentialType(type).isEmpty())
                .distinct()
                .collect(Collectors.joining(","));
        if (!first.isEmpty()) {
            login.setUserSessionNote(NOTE, first);
        }
    }

    static FirstFactor of(UserSessionModel userSession) {
        Set<String> types = Optional.ofNullable(userSession.getNote(NOTE)).stream()
                .flatMap(note -> Arrays.stream(note.split(",")))
                .collect(Collectors.toUnmodifiableSet());
        return new FirstFactor(types, isBrokered(types, userSession));
    }

    /**
     * Returns whether an identity provider vouches for the session's user. Keycloak's own note may name a provider
     * that was only linked during a session that was started with a password.
     */
    private static boolean isBrokered(Set<String> types, UserSessionModel userSession) {
        return userSession.getNote(Details.IDENTITY_PROVIDER) != null
                && (types.isEmpty() || userSession.getNote(LoginNotes.PROVIDER) != null);
    }

    boolean isPassword() {
        return !brokered && credentialTypes.contains(PasswordCredentialModel.TYPE);
    }

    boolean isKnown() {
        return brokered || !credentialTypes.isEmpty();
    }
}
