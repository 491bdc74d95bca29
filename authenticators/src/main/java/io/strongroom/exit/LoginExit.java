package io.strongroom.exit;

import io.strongroom.policy.Clause;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.sessions.AuthenticationSessionModel;

/** What every hook of the exit asks of a login that Keycloak finishes. */
final class LoginExit {

    private LoginExit() {}

    /** Throws a response that ends the request, unless every rule is met and no action of ours waits. */
    static void require(KeycloakSession session, AuthenticationSessionModel login) {
        Exit exit = new Exit(session, Clock.systemUTC());
        List<Clause> open = exit.open(login);
        Optional<String> waiting = exit.waiting(login);
        if (!open.isEmpty() || waiting.isPresent()) {
            StoppedLogin stopped = new StoppedLogin(session, login.getRealm(), login.getAuthenticatedUser());
            stopped.report(open);
            throw stopped.page(login, waiting);
        }
    }
}
