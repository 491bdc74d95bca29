package io.strongroom.flow;

import io.strongroom.facts.BrowserLevels;
import io.strongroom.facts.LoginNotes;
import io.strongroom.facts.OwnFactors;
import java.util.OptionalInt;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.AuthenticatorUtil;
import org.keycloak.authentication.authenticators.browser.CookieAuthenticator;
import org.keycloak.models.Constants;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * Replaces Keycloak's {@code auth-cookie} step for applications that request an authentication level. Keycloak
 * accepts an existing session only if the flow has a condition for the requested level; otherwise it asks for the
 * password again. If the level means a second factor and the flow has no condition for it, this step leaves the
 * level to the guard. The guard accepts a factor already passed in the session, or asks only for a factor.
 */
final class GuardedCookie extends CookieAuthenticator {

    @Override
    public void authenticate(AuthenticationFlowContext context) {
        AuthenticationSessionModel login = context.getAuthenticationSession();
        String requested = login.getClientNote(Constants.REQUESTED_LEVEL_OF_AUTHENTICATION);
        OptionalInt leftToFlow =
                requested == null ? OptionalInt.empty() : leftToFlow(context, Integer.parseInt(requested));
        if (leftToFlow.isEmpty()) {
            super.authenticate(context);
        } else {
            login.setClientNote(Constants.REQUESTED_LEVEL_OF_AUTHENTICATION, String.valueOf(leftToFlow.getAsInt()));
            try {
                super.authenticate(context);
            } finally {
                login.setClientNote(Constants.REQUESTED_LEVEL_OF_AUTHENTICATION, requested);
            }
        }
        if (context.getUser() != null && !AuthenticatorUtil.isForcedReauthentication(login)) {
            LoginNotes.storeKnownBySession(login);
        }
    }

    private static OptionalInt leftToFlow(AuthenticationFlowContext context, int requested) {
        return new OwnFactors(context.getSession()).isGuarded()
                ? new BrowserLevels(context.getSession(), context.getAuthenticationSession())
                        .leftToFlow(requested, context.getTopLevelFlow())
                : OptionalInt.empty();
    }
}
