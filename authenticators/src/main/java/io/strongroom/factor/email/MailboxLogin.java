package io.strongroom.factor.email;

import io.strongroom.context.UserContext;
import io.strongroom.factor.JoinedSession;
import io.strongroom.factor.link.UnprovenLinks;
import io.strongroom.state.KeycloakOneTimeStore;
import io.strongroom.state.OneTimeStore;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.keycloak.authentication.authenticators.broker.IdpEmailVerificationAuthenticator;
import org.keycloak.events.Details;
import org.keycloak.models.DefaultActionTokenKey;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * Detects logins that began with a link from the user's mailbox: a link for resetting the password, for verifying the
 * address, for actions requested by an administrator, for joining an organization or for linking an identity provider.
 * In such a login, a code sent to the same mailbox would prove nothing new.
 *
 * <p>A restarted login loses its notes, so a claim for the browser's login attempt is kept as well. The user session gets
 * a note, so that the same is true for later logins that join the session. The presence of the note counts, whatever its
 * value: identity provider mappers can write notes, but can't remove them.
 */
final class MailboxLogin {

    private static final String NOTE = "strongroom.mailbox-login";

    /** Longer than any login attempt exists. */
    private static final Duration REMEMBERED = Duration.ofDays(1);

    private final UserContext context;
    private final AuthenticationSessionModel login;
    private final OneTimeStore store;

    MailboxLogin(UserContext context, AuthenticationSessionModel login) {
        this.context = context;
        this.login = login;
        this.store = new KeycloakOneTimeStore(context.session(), context.realm());
    }

    /** Returns whether the login, or the session that it joins, began with a link from the mailbox. */
    boolean isDetected() {
        boolean isDetected = hasLinkNote() || store.isClaimed(key()) || isJoinedSessionMarked() || isLinkedByMail();
        if (isDetected) {
            store.claim(key(), REMEMBERED);
            login.setUserSessionNote(NOTE, "true");
        }
        return isDetected;
    }

    private boolean hasLinkNote() {
        return Stream.of(
                        DefaultActionTokenKey.ACTION_TOKEN_USER_ID,
                        IdpEmailVerificationAuthenticator.VERIFY_ACCOUNT_IDP_USERNAME)
                .anyMatch(note -> login.getAuthNote(note) != null);
    }

    private boolean isJoinedSessionMarked() {
        return Stream.of(
                        JoinedSession.of(context.session(), login, context.user()),
                        Optional.ofNullable(context.session()
                                .sessions()
                                .getUserSession(
                                        context.realm(),
                                        login.getParentSession().getId())))
                .flatMap(Optional::stream)
                .anyMatch(joined -> joined.getNote(NOTE) != null);
    }

    /**
     * Returns whether the user comes through an identity provider that was linked through a link from the mailbox, and
     * has not passed a factor in a login through it since.
     */
    private boolean isLinkedByMail() {
        String provider = login.getUserSessionNotes().get(Details.IDENTITY_PROVIDER);
        return provider != null
                && new AddressHistory(context).isLinkedByMail(provider)
                && UnprovenLinks.of(context.user()).contain(provider);
    }

    private String key() {
        return String.join(
                ":",
                "mailbox-login",
                context.realm().getId(),
                login.getParentSession().getId(),
                context.user().getId());
    }
}
