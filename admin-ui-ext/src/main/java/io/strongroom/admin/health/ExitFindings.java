package io.strongroom.admin.health;

import io.strongroom.exit.ExitHooks;
import io.strongroom.exit.StoppedLogins;
import io.strongroom.state.KeycloakOneTimeStore;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.stream.Stream;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** Findings about logins that the exit check stopped, and about hooks of the exit check that another extension has replaced. */
final class ExitFindings {

    private final KeycloakSession session;
    private final RealmModel realm;

    ExitFindings(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
    }

    Stream<Finding> all() {
        return Stream.concat(
                stopped().stream(), new ExitHooks(session).missing().map(ExitFindings::replaced));
    }

    private Optional<Finding> stopped() {
        StoppedLogins stopped =
                new StoppedLogins(new KeycloakOneTimeStore(session, realm), realm.getId(), Clock.systemUTC());
        return stopped.last()
                .map(last -> Finding.error(
                        "event second_factor_bypassed",
                        "%s in the last 24 hours got past the guard and was stopped by the exit check, most recently at %s. No session was created, but somebody knows these users' passwords. Find the users in the events, investigate, and update Keycloak"
                                .formatted(count(stopped.count()), last.truncatedTo(ChronoUnit.SECONDS))));
    }

    private static String count(int logins) {
        if (logins == 1) {
            return "One login";
        }
        return (logins < StoppedLogins.MOST ? "%d logins" : "At least %d logins").formatted(logins);
    }

    private static Finding replaced(ExitHooks.Hook hook) {
        return Finding.error(
                "%s %s".formatted(hook.spi(), hook.provider()),
                "Another extension has replaced Strongroom's provider. Until this is fixed, the exit check does not run for logins that use it. Remove that extension, or ask its authors to call Strongroom's provider");
    }
}
