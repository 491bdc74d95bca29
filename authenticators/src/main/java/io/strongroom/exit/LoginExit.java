package io.strongroom.exit;

import io.strongroom.policy.Clause;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.sessions.AuthenticationSessionModel;

/** Runs the exit check; every hook calls this class when Keycloak finishes a login. */
final class LoginExit {

    private LoginExit() {}

    /** Stops the request, unless every rule is met and no Strongroom action is pending. */
    static void require(KeycloakSession session, AuthenticationSessionModel login) {
        Exit exit = new Exit(session, Clock.systemUTC());
        List<Clause> open = exit.open(login);
        Optional<String> pendingAction = exit.pendingAction(login);
        if (!open.isEmpty() || pendingAction.isPresent()) {
            StoppedLogin stopped = new StoppedLogin(session, login.getRealm(), login.getAuthenticatedUser());
            if (pendingAction.isEmpty() && StoppedLogin.waitedForConsent(login)) {
                throw stopped.returnToGuard(login);
            }
            stopped.report(open);
            throw stopped.page(login, pendingAction);
        }
    }
}
