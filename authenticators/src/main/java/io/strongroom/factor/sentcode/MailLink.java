package io.strongroom.factor.sentcode;

import io.strongroom.factor.LoginStep;
import jakarta.ws.rs.HttpMethod;
import org.keycloak.models.DefaultActionTokenKey;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * Detects logins started from an e-mailed link. E-mail scanners open such links and follow redirects, but never
 * submit a form, so no message is sent until a form is submitted.
 */
final class MailLink {

    private static final String PRESSED = "strongroom.button-pressed";

    private MailLink() {}

    /** Returns whether all requests in this login so far may have come from an e-mail scanner. */
    static boolean awaitsButtonPress(LoginStep step) {
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
