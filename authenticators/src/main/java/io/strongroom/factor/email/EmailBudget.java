package io.strongroom.factor.email;

import io.strongroom.factor.sentcode.TenantBudget;
import io.strongroom.policy.SmsRules;
import io.strongroom.state.OneTimeStore;
import io.strongroom.throttle.DailyBudget;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** A tenant's daily limit on e-mails with codes. It has the size of the budget for text messages, but uses none of it. */
final class EmailBudget implements TenantBudget {

    private final DailyBudget budget;

    EmailBudget(String realmId, SmsRules.Limits limits, OneTimeStore store, Clock clock) {
        this.budget = new DailyBudget(store, clock, EmailChannel.NAME + ":" + realmId, limits.perTenantPerDay());
    }

    @Override
    public boolean take() {
        return budget.take().isPresent();
    }

    @Override
    public void release() {
        budget.release();
    }

    /** @param when time when the e-mail was counted */
    void release(Instant when) {
        budget.release(when);
    }

    @Override
    public Duration retryAfter() {
        return budget.retryAfter();
    }
}
