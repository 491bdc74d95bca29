package io.strongroom.factor;

import io.strongroom.log.Log;
import io.strongroom.state.KeycloakOneTimeStore;
import io.strongroom.throttle.EntryLimits;
import io.strongroom.throttle.EntryThrottle;
import io.strongroom.throttle.FailureLock;
import java.time.Clock;
import java.util.Optional;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** The limits on entering codes of a user's factors, and what is told of a factor that is locked. */
public final class FactorEntries {

    private static final Log LOG = Log.of(FactorEntries.class);

    private final KeycloakSession session;
    private final RealmModel realm;
    private final UserModel user;
    private final Clock clock;

    public FactorEntries(KeycloakSession session, RealmModel realm, UserModel user, Clock clock) {
        this.session = session;
        this.realm = realm;
        this.user = user;
        this.clock = clock;
    }

    public static FactorEntries of(LoginStep step, Clock clock) {
        return new FactorEntries(step.session(), step.realm(), step.user(), clock);
    }

    /**
     * Entries of a factor of which a user has one at a time, or whose waits count for all.
     *
     * @param factor        credential type
     * @param authenticator what is guessed at: the credential's id, or the fingerprint of a number
     */
    public EntryLimits of(String factor, String authenticator) {
        return new EntryLimits(waits(user.getId(), factor), Optional.of(lock(factor, authenticator)));
    }

    /** Entries of one of several credentials, each with a secret and waits of its own. */
    public EntryLimits ofEach(String factor, String credentialId) {
        return new EntryLimits(waits(credentialId, factor), Optional.of(lock(factor, credentialId)));
    }

    /** Entries that prove something new: they wait, but lock nothing. */
    public EntryLimits ofNew(String factor) {
        return new EntryLimits(waits(user.getId(), factor + "-enrol"), Optional.empty());
    }

    public boolean isLocked(String factor, String authenticator) {
        return lock(factor, authenticator).isLocked();
    }

    /** Ends the waits of a factor. */
    public void forget(String factor, String authenticator) {
        waits(user.getId(), factor).reset();
        waits(authenticator, factor).reset();
    }

    private EntryThrottle waits(String owner, String factor) {
        return new EntryThrottle(new KeycloakOneTimeStore(session, realm), clock, realm.getId(), owner, factor);
    }

    private FailureLock lock(String factor, String authenticator) {
        return new FailureLock(new StoredFailures(session, realm, user, factor, authenticator, clock));
    }

    /** Tells that an entry was the one that locks. */
    public void tellLocked(String factor, EventBuilder event) {
        LOG.warnf(
                "the factor %s of user %s is locked after %d wrong entries in a row",
                factor, user.getId(), FailureLock.MOST);
        event.event(EventType.CUSTOM_REQUIRED_ACTION)
                .user(user)
                .detail(EventDetails.SECOND_FACTOR, factor)
                .detail("failures", Integer.toString(FailureLock.MOST));
        ErrorEvents.emitAfterTransaction(session, event, "factor_locked");
    }
}
