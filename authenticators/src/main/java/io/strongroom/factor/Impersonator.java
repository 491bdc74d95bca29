package io.strongroom.factor;

import java.util.Optional;
import org.keycloak.models.ImpersonationSessionNote;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * An administrator who impersonates a user.
 *
 * @param name user name of the administrator, or their id if the name is unknown
 */
public record Impersonator(String name) {

    /** Message key for an administrator who is refused because the user would need a factor. */
    public static final String REFUSED = "strongroomRefusedImpersonated";

    private static final String NOTE = "strongroom.impersonator.of.";

    /**
     * Returns the impersonator from the session that the login joins, or whose cookie the browser sends. Stores the
     * result in the login, so deleting the cookie during the login has no effect.
     */
    public static Optional<Impersonator> of(KeycloakSession session, AuthenticationSessionModel login, UserModel user) {
        String note = NOTE + user.getId();
        Optional<Impersonator> found = Optional.ofNullable(login.getAuthNote(note))
                .map(Impersonator::new)
                .or(() -> ofJoined(session, login, user))
                .or(() -> JoinedSession.of(session, login, user).flatMap(Impersonator::of));
        found.ifPresent(impersonator -> login.setAuthNote(note, impersonator.name()));
        return found;
    }

    private static Optional<Impersonator> ofJoined(
            KeycloakSession session, AuthenticationSessionModel login, UserModel user) {
        return Optional.ofNullable(session.sessions()
                        .getUserSession(
                                login.getRealm(), login.getParentSession().getId()))
                .filter(joined -> joined.getUser() != null
                        && user.getId().equals(joined.getUser().getId()))
                .flatMap(Impersonator::of);
    }

    public static Optional<Impersonator> of(UserSessionModel userSession) {
        return Optional.ofNullable(userSession.getNote(ImpersonationSessionNote.IMPERSONATOR_ID.toString()))
                .map(id -> Optional.ofNullable(
                                userSession.getNote(ImpersonationSessionNote.IMPERSONATOR_USERNAME.toString()))
                        .orElse(id))
                .map(Impersonator::new);
    }
}
