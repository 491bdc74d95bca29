package io.strongroom.factor.email;

import io.strongroom.context.UserContext;
import io.strongroom.factor.link.UnprovenLinks;
import java.util.Optional;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * Whether codes can be sent to a user's address.
 *
 * @param address  the verified address; empty if the user has none
 * @param obstacle why no code is sent to the address although it is verified; empty if codes are sent
 */
public record EmailUse(Optional<EmailAddress> address, Optional<Obstacle> obstacle) {

    /** Why no code is sent to a verified address. */
    public enum Obstacle {
        RECENTLY_CHANGED("strongroomEmailChanged"),
        /** An identity provider may have written the address through a link that needed only the password. */
        WRITTEN_THROUGH_LINK("strongroomEmailLinked"),
        MAILBOX_LOGIN("strongroomEmailMailboxLogin");

        private final String messageKey;

        Obstacle(String messageKey) {
            this.messageKey = messageKey;
        }

        public String messageKey() {
            return messageKey;
        }
    }

    /** Returns the use outside of a login. */
    public static EmailUse of(UserContext context) {
        Optional<EmailAddress> address = EmailAddress.verifiedOf(context.user());
        return new EmailUse(address, address.flatMap(verified -> change(context, verified)));
    }

    /** Returns the use in a login, and records what the login tells about the address. */
    public static EmailUse in(AuthenticationSessionModel login, UserContext context) {
        boolean isMailboxLogin = new MailboxLogin(context, login).isDetected();
        Optional<EmailAddress> address = EmailAddress.verifiedOf(context.user());
        address.ifPresent(new AddressHistory(context)::observe);
        return new EmailUse(
                address,
                address.flatMap(
                        verified -> isMailboxLogin ? Optional.of(Obstacle.MAILBOX_LOGIN) : change(context, verified)));
    }

    private static Optional<Obstacle> change(UserContext context, EmailAddress address) {
        if (new AddressHistory(context).isRecentlyChanged(address)) {
            return Optional.of(Obstacle.RECENTLY_CHANGED);
        }
        return isWrittenThroughLink(context, address) ? Optional.of(Obstacle.WRITTEN_THROUGH_LINK) : Optional.empty();
    }

    private static boolean isWrittenThroughLink(UserContext context, EmailAddress address) {
        return UnprovenLinks.of(context.user())
                .before()
                .filter(account -> !address.id().equals(account.address()))
                .isPresent();
    }

    /** Returns the address if codes are sent to it. */
    public Optional<EmailAddress> usable() {
        return address.filter(verified -> obstacle.isEmpty());
    }
}
