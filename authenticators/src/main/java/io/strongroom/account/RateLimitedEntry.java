package io.strongroom.account;

import io.strongroom.context.UserContext;
import io.strongroom.factor.EntryOutcome;
import io.strongroom.factor.ErrorEvents;
import io.strongroom.factor.EventDetails;
import io.strongroom.factor.FactorEntries;
import io.strongroom.factor.PassedFactor;
import io.strongroom.factor.PassedFactors;
import io.strongroom.throttle.EntryLimits;
import io.strongroom.throttle.LimitResult;
import java.time.Clock;
import java.util.Set;
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
 * Applies the entry limits to an entry that one of Keycloak's own providers verifies. Reports a wrong entry, and
 * records an accepted one as a passed factor for the guard.
 */
final class RateLimitedEntry {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final UserModel user;
    private final String type;
    private final String credentialId;
    private final Set<String> traits;
    private final Clock clock;

    RateLimitedEntry(UserContext context, String type, String credentialId) {
        this(context, type, credentialId, Set.of());
    }

    /** @param traits traits of the passed factor if the entry is accepted */
    RateLimitedEntry(UserContext context, String type, String credentialId, Set<String> traits) {
        this.traits = traits;
        this.session = context.session();
        this.realm = context.realm();
        this.user = context.user();
        this.type = type;
        this.credentialId = credentialId;
        this.clock = context.clock();
    }

    /** @param check verifies the entry and uses up the code */
    boolean isValid(EntryLimits entries, BooleanSupplier check) {
        return isValid(entries, check, outcome -> outcome.count(type));
    }

    /** @param counter counts the outcome of the entry */
    boolean isValid(EntryLimits entries, BooleanSupplier check, Consumer<EntryOutcome> counter) {
        if (!(entries.take() instanceof LimitResult.Granted)) {
            counter.accept(EntryOutcome.NOT_CHECKED);
            emitFailure();
            return false;
        }
        if (!check.getAsBoolean()) {
            counter.accept(EntryOutcome.WRONG);
            emitFailure();
            if (entries.wrong()) {
                new FactorEntries(new UserContext(session, realm, user, clock)).emitLocked(type, event());
            }
            return false;
        }
        entries.accepted();
        counter.accept(EntryOutcome.ACCEPTED);
        recordPassed();
        return true;
    }

    /**
     * Verifies an entry for which nobody had to know the user's password. Wrong entries must not lock the user's factor
     * then, because anyone could enter them.
     */
    boolean isValidWithoutLimit(BooleanSupplier check) {
        boolean valid = check.getAsBoolean();
        (valid ? EntryOutcome.ACCEPTED : EntryOutcome.WRONG).count(type);
        if (valid) {
            recordPassed();
        }
        return valid;
    }

    /**
     * Emits an event for a direct grant, because the grant's own event does not distinguish a wrong code from a wrong
     * password.
     */
    private void emitFailure() {
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

    private void recordPassed() {
        AuthenticationSessionModel login = login();
        boolean isOwnLogin = login != null
                && (login.getAuthenticatedUser() == null
                        || user.getId().equals(login.getAuthenticatedUser().getId()));
        if (isOwnLogin) {
            new PassedFactors(UserContext.of(session, user, clock), login)
                    .add(new PassedFactor(user.getId(), type, credentialId, clock.millis(), login.getTabId(), traits));
        }
    }

    private AuthenticationSessionModel login() {
        return session.getContext().getAuthenticationSession();
    }
}
