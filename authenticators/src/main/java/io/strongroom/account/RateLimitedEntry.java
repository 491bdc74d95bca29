package io.strongroom.account;

import io.strongroom.factor.EntryOutcome;
import io.strongroom.factor.ErrorEvents;
import io.strongroom.factor.EventDetails;
import io.strongroom.factor.FactorEntries;
import io.strongroom.factor.PassedFactor;
import io.strongroom.factor.PassedFactors;
import io.strongroom.throttle.EntryLimits;
import io.strongroom.throttle.LimitResult;
import java.time.Clock;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.keycloak.authentication.AuthenticationProcessor;
import org.keycloak.events.Errors;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * An entry that one of Keycloak's own providers verifies, wherever it is made: limited, told of where it is wrong, and remembered for
 * the guard where it is right.
 */
final class RateLimitedEntry {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final UserModel user;
    private final String type;
    private final String credentialId;
    private final Clock clock;

    RateLimitedEntry(
            KeycloakSession session, RealmModel realm, UserModel user, String type, String credentialId, Clock clock) {
        this.session = session;
        this.realm = realm;
        this.user = user;
        this.type = type;
        this.credentialId = credentialId;
        this.clock = clock;
    }

    /** @param right verifies what was entered, and uses it up */
    boolean isValid(EntryLimits entries, BooleanSupplier right) {
        return isValid(entries, right, entered -> entered.count(type));
    }

    /** @param counter counts what came of the entry */
    boolean isValid(EntryLimits entries, BooleanSupplier right, Consumer<EntryOutcome> counter) {
        if (!(entries.take() instanceof LimitResult.Granted)) {
            counter.accept(EntryOutcome.NOT_CHECKED);
            tellOfFailure();
            return false;
        }
        if (!right.getAsBoolean()) {
            counter.accept(EntryOutcome.WRONG);
            tellOfFailure();
            if (entries.wrong()) {
                new FactorEntries(session, realm, user, clock).tellLocked(type, event());
            }
            return false;
        }
        entries.right();
        counter.accept(EntryOutcome.ACCEPTED);
        remember();
        return true;
    }

    /** The direct grant's own event does not tell a wrong code from a wrong password. */
    private void tellOfFailure() {
        if (!isInBrowser()) {
            EventBuilder event = event().event(EventType.LOGIN).user(user).detail(EventDetails.SECOND_FACTOR, type);
            ErrorEvents.emitAfterTransaction(session, event, Errors.INVALID_USER_CREDENTIALS);
        }
    }

    private boolean isInBrowser() {
        AuthenticationSessionModel login = login();
        return login != null && login.getAuthNote(AuthenticationProcessor.CURRENT_FLOW_PATH) != null;
    }

    EventBuilder event() {
        EventBuilder event =
                new EventBuilder(realm, session, session.getContext().getConnection());
        return session.getContext().getClient() == null
                ? event
                : event.client(session.getContext().getClient());
    }

    private void remember() {
        AuthenticationSessionModel login = login();
        boolean isOwnLogin = login != null
                && (login.getAuthenticatedUser() == null
                        || user.getId().equals(login.getAuthenticatedUser().getId()));
        if (isOwnLogin) {
            new PassedFactors(session, login, user)
                    .add(new PassedFactor(user.getId(), type, credentialId, clock.millis(), login.getTabId()));
        }
    }

    private AuthenticationSessionModel login() {
        return session.getContext().getAuthenticationSession();
    }
}
