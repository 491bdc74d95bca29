package io.strongroom.factor.email;

import io.strongroom.factor.LoginTenant;
import io.strongroom.factor.sentcode.TenantBudget;
import io.strongroom.factor.sentcode.TenantDay;
import io.strongroom.state.OneTimeStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A tenant's daily limit on e-mails with codes. It has the size of the budget for text messages, but uses none of it. */
final class EmailBudget implements TenantBudget {

    private final TenantDay today;

    private EmailBudget(TenantDay today) {
        this.today = today;
    }

    /** Returns the budgets that apply to a tenant's e-mails: the organization's, if it has one, and the realm's. */
    static List<EmailBudget> of(LoginTenant tenant, OneTimeStore store, Clock clock) {
        return TenantDay.of(EmailChannel.NAME, tenant, store, clock).stream()
                .map(EmailBudget::new)
                .toList();
    }

    @Override
    public boolean take() {
        return today.budget().take().isPresent();
    }

    @Override
    public void release() {
        today.budget().release();
    }

    @Override
    public void release(Instant when) {
        today.budget().release(when);
    }

    @Override
    public Optional<String> organization() {
        return today.organization();
    }

    @Override
    public Duration retryAfter() {
        return today.budget().retryAfter();
    }
}
