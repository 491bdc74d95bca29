package io.strongroom.factor;

import io.strongroom.context.UserContext;
import io.strongroom.log.Log;
import io.strongroom.state.KeycloakOneTimeStore;
import io.strongroom.throttle.EntryLimits;
import io.strongroom.throttle.EntryThrottle;
import io.strongroom.throttle.FailureLock;
import java.time.Clock;
import java.util.Optional;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;

/** Provides the limits on code entries for a user's factors, and reports locked factors. */
public final class FactorEntries {

    private static final Log LOG = Log.of(FactorEntries.class);

    private final UserContext context;

    public FactorEntries(UserContext context) {
        this.context = context;
    }

    public static FactorEntries of(LoginStep step, Clock clock) {
        return new FactorEntries(step.context(clock));
    }

    /**
     * Returns the limits for a factor whose credentials share one wait per user.
     *
     * @param factor        credential type
     * @param authenticator key of the failure counter: the credential's id, or the fingerprint of a number
     */
    public EntryLimits of(String factor, String authenticator) {
        return new EntryLimits(waits(context.user().getId(), factor), Optional.of(lock(factor, authenticator)));
    }

    /** Returns the limits for one of several credentials, each with its own secret and wait. */
    public EntryLimits ofEach(String factor, String credentialId) {
        return new EntryLimits(waits(credentialId, factor), Optional.of(lock(factor, credentialId)));
    }

    /** Returns the limits for entries during enrolment, which cause waits but don't lock anything. */
    public EntryLimits ofNew(String factor) {
        return new EntryLimits(waits(context.user().getId(), factor + "-enrol"), Optional.empty());
    }

    public boolean isLocked(String factor, String authenticator) {
        return lock(factor, authenticator).isLocked();
    }

    /** Ends the waits for a factor. */
    public void forget(String factor, String authenticator) {
        waits(context.user().getId(), factor).reset();
        waits(authenticator, factor).reset();
    }

    private EntryThrottle waits(String owner, String factor) {
        return new EntryThrottle(
                new KeycloakOneTimeStore(context.session(), context.realm()),
                context.clock(),
                context.realm().getId(),
                owner,
                factor);
    }

    private FailureLock lock(String factor, String authenticator) {
        return new FailureLock(new StoredFailures(
                context.session(), context.realm(), context.user(), factor, authenticator, context.clock()));
    }

    /**
     * Reports that an entry has locked a factor.
     *
     * @param factor credential type
     * @param event  event to emit after the transaction; must not be used elsewhere
     */
    public void emitLocked(String factor, EventBuilder event) {
        LOG.warnf(
                "factor %s of user %s is locked after %d consecutive wrong entries",
                factor, context.user().getId(), FailureLock.MAX_FAILURES);
        event.event(EventType.CUSTOM_REQUIRED_ACTION)
                .user(context.user())
                .detail(EventDetails.SECOND_FACTOR, factor)
                .detail("failures", Integer.toString(FailureLock.MAX_FAILURES));
        ErrorEvents.emitAfterTransaction(context.session(), event, "factor_locked");
    }
}
