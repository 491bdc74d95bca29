package io.strongroom.exit;

import io.strongroom.policy.Clause;
import java.time.Clock;
import java.util.List;
import org.keycloak.models.KeycloakSession;
import org.keycloak.sessions.AuthenticationSessionModel;

/** What every hook of the exit asks of a login that Keycloak finishes. */
final class LoginExit {

    private LoginExit() {}

    /** Throws a response that ends the request, unless every rule is met. */
    static void require(KeycloakSession session, AuthenticationSessionModel login) {
        List<Clause> open = new Exit(session, Clock.systemUTC()).open(login);
        if (!open.isEmpty()) {
            StoppedLogin stopped = new StoppedLogin(session, login.getRealm(), login.getAuthenticatedUser());
            stopped.report(open);
            throw stopped.page(login);
        }
    }
}
