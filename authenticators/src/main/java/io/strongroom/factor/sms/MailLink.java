package io.strongroom.factor.sms;

import io.strongroom.factor.LoginStep;
import jakarta.ws.rs.HttpMethod;
import org.keycloak.models.DefaultActionTokenKey;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * A login that began with a link in a mail. Mail servers open such links to look at what is there, follow where they lead, and press
 * no button: until somebody does, nobody has asked for a message.
 */
final class MailLink {

    private static final String PRESSED = "strongroom.button-pressed";

    private MailLink() {}

    /** Whether all there was so far in this login can have been a program that looks through mails. */
    static boolean awaitsSomebody(LoginStep step) {
        AuthenticationSessionModel login = step.login();
        boolean isSuspect = login.getAuthNote(DefaultActionTokenKey.ACTION_TOKEN_USER_ID) != null
                && login.getAuthNote(PRESSED) == null;
        boolean isPressed = HttpMethod.POST.equals(
                step.session().getContext().getHttpRequest().getHttpMethod());
        if (isSuspect && isPressed) {
            login.setAuthNote(PRESSED, "true");
        }
        return isSuspect && !isPressed;
    }
}
