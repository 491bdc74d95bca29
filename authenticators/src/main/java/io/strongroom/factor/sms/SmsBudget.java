package io.strongroom.factor.sms;

import io.strongroom.factor.ErrorEvents;
import io.strongroom.factor.EventDetails;
import io.strongroom.factor.sentcode.TenantBudget;
import io.strongroom.log.Log;
import io.strongroom.policy.SmsRules;
import io.strongroom.state.KeycloakOneTimeStore;
import io.strongroom.state.OneTimeStore;
import io.strongroom.throttle.DailyBudget;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalInt;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** A tenant's daily message budget. Days start at midnight UTC. */
public final class SmsBudget implements TenantBudget {

    /** Percentage of the budget at which administrators are warned. */
    public static final int LOW = 80;

    private static final int SPENT = 100;
    private static final Log LOG = Log.of(SmsBudget.class);

    private final KeycloakSession session;
    private final RealmModel realm;
    private final DailyBudget budget;

    public SmsBudget(KeycloakSession session, RealmModel realm, SmsRules.Limits limits, Clock clock) {
        this(session, realm, limits, new KeycloakOneTimeStore(session, realm), clock);
    }

    SmsBudget(KeycloakSession session, RealmModel realm, SmsRules.Limits limits, OneTimeStore store, Clock clock) {
        this.session = session;
        this.realm = realm;
        this.budget = new DailyBudget(store, clock, "sms:" + realm.getId(), limits.perTenantPerDay());
    }

    /** Returns the number of messages counted today. */
    public int used() {
        return budget.used();
    }

    public int most() {
        return budget.max();
    }

    @Override
    public Duration retryAfter() {
        return budget.retryAfter();
    }

    @Override
    public boolean take() {
        OptionalInt used = budget.take();
        used.ifPresent(count -> {
            reportAt(LOW, count, "sms_budget_low");
            reportAt(SPENT, count, "sms_budget_spent");
        });
        return used.isPresent();
    }

    /**
     * Releases the slot of a message that was not sent.
     *
     * @param when time when the message was counted
     */
    void release(Instant when) {
        budget.release(when);
    }

    @Override
    public void release() {
        budget.release();
    }

    private void reportAt(int percent, int used, String error) {
        if (budget.isFirstToReach(percent, used)) {
            LOG.warnf("tenant %s has used %d of its %d text messages for today", realm.getName(), used, budget.max());
            EventBuilder event = new EventBuilder(
                            realm, session, session.getContext().getConnection())
                    .event(EventType.CUSTOM_REQUIRED_ACTION)
                    .detail(EventDetails.SECOND_FACTOR, SmsCredential.TYPE)
                    .detail("used", Integer.toString(used))
                    .detail("limit", Integer.toString(budget.max()));
            ErrorEvents.emitAfterTransaction(session, event, error);
        }
    }
}
