package io.strongroom.guard;

import com.fasterxml.jackson.core.type.TypeReference;
import io.strongroom.factor.Factors;
import io.strongroom.factor.PassedFactor;
import io.strongroom.facts.BrowserLevels;
import io.strongroom.json.Json;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.keycloak.authentication.authenticators.util.AcrStore;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * Raises the authentication level of a login after the user has passed a factor. If a flow condition defines the
 * second-factor level, its maximum age applies, and the session stores the level in the same way as Keycloak, so
 * that later requests can use it.
 */
final class RaisedLevel {

    private final KeycloakSession session;
    private final AuthenticationSessionModel login;
    private final int level;
    private final Clock clock;

    RaisedLevel(KeycloakSession session, AuthenticationSessionModel login, int level, Clock clock) {
        this.level = level;
        this.session = session;
        this.login = login;
        this.clock = clock;
    }

    /**
     * @param passed       the passed factors that reach the level
     * @param factorMaxAge how long a passed factor counts; zero means the whole session
     */
    void apply(List<PassedFactor> passed, Duration factorMaxAge) {
        BrowserLevels levels = new BrowserLevels(session, login);
        Optional<Duration> maxAge = levels.maxAgeOf(level);
        if (maxAge.isEmpty()) {
            raise();
        } else if (levels.isReached(level, passed.stream().anyMatch(Factors::isPhishingResistant))) {
            passed.stream()
                    .max(Comparator.comparingLong(PassedFactor::at))
                    .ifPresent(latest -> apply(latest, maxAge.get(), factorMaxAge));
        }
    }

    private void apply(PassedFactor factor, Duration maxAge, Duration factorMaxAge) {
        Instant at = Instant.ofEpochMilli(factor.at());
        boolean isOfThisLogin = login.getTabId().equals(factor.login());
        if (isOfThisLogin || !at.plus(maxAge).isBefore(clock.instant())) {
            raise();
        }
        if (maxAge.isZero()) {
            return; // valid for a single login; Keycloak does not store such levels either
        }
        boolean factorExpiresFirst = !factorMaxAge.isZero() && factorMaxAge.compareTo(maxAge) < 0;
        store(factorExpiresFirst ? at.plus(factorMaxAge).minus(maxAge) : at);
    }

    private void raise() {
        AcrStore acr = new AcrStore(session, login);
        if (acr.getLevelOfAuthenticationFromCurrentAuthentication() < level) {
            acr.setLevelAuthenticatedToCurrentRequest(level);
        }
    }

    private void store(Instant reached) {
        Map<Integer, Integer> levels = storedLevels();
        levels.merge(level, (int) reached.getEpochSecond(), Math::max);
        String note = Json.write(levels);
        login.setAuthNote(Constants.LOA_MAP, note);
        login.setUserSessionNote(Constants.LOA_MAP, note);
    }

    /** Returns the content of Keycloak's note: for each level, the time when it was reached, in epoch seconds. */
    private Map<Integer, Integer> storedLevels() {
        return Json.read(login.getAuthNote(Constants.LOA_MAP), new TypeReference<TreeMap<Integer, Integer>>() {})
                .orElseGet(TreeMap::new);
    }
}
