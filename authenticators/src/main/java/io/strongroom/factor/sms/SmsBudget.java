package io.strongroom.factor.sms;

import io.strongroom.factor.ErrorEvents;
import io.strongroom.factor.EventDetails;
import io.strongroom.factor.LoginTenant;
import io.strongroom.factor.sentcode.TenantBudget;
import io.strongroom.factor.sentcode.TenantDay;
import io.strongroom.log.Log;
import io.strongroom.policy.OrganizationTenant;
import io.strongroom.policy.SmsRules;
import io.strongroom.state.KeycloakOneTimeStore;
import io.strongroom.state.OneTimeStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.keycloak.events.Details;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** The daily message budget of a realm, or of an organization within it. Days start at midnight UTC. */
public final class SmsBudget implements TenantBudget {

    /** Percentage of the budget at which administrators are warned. */
    public static final int LOW = 80;

    private static final int SPENT = 100;
    private static final Log LOG = Log.of(SmsBudget.class);

    private final KeycloakSession session;
    private final RealmModel realm;
    private final TenantDay today;

    private SmsBudget(KeycloakSession session, RealmModel realm, TenantDay today) {
        this.session = session;
        this.realm = realm;
        this.today = today;
    }

    /** Returns the budget of a realm, which includes the messages of its organizations. */
    public static SmsBudget of(KeycloakSession session, RealmModel realm, SmsRules rules, Clock clock) {
        return of(session, LoginTenant.ofRealm(realm, rules), new KeycloakOneTimeStore(session, realm), clock)
                .get(0);
    }

    /** Returns the budget of an organization; empty if only the realm's limits its messages, so they are not counted. */
    public static Optional<SmsBudget> of(
            KeycloakSession session, RealmModel realm, OrganizationTenant organization, Clock clock) {
        LoginTenant tenant =
                new LoginTenant(realm, organization.policy().policy().sms(), Optional.of(organization));
        return of(session, tenant, new KeycloakOneTimeStore(session, realm), clock).stream()
                .filter(budget -> budget.organization().isPresent())
                .findFirst();
    }

    /** Returns the budgets that apply to a tenant's messages: the organization's, if it has one, and the realm's. */
    static List<SmsBudget> of(KeycloakSession session, LoginTenant tenant, OneTimeStore store, Clock clock) {
        return TenantDay.of(SmsChannel.NAME, tenant, store, clock).stream()
                .map(today -> new SmsBudget(session, tenant.realm(), today))
                .toList();
    }

    /** Returns the number of messages counted today. */
    public int used() {
        return today.budget().used();
    }

    public int most() {
        return today.budget().max();
    }

    @Override
    public Duration retryAfter() {
        return today.budget().retryAfter();
    }

    @Override
    public Optional<String> organization() {
        return today.organization();
    }

    @Override
    public boolean take() {
        OptionalInt used = today.budget().take();
        used.ifPresent(count -> {
            reportAt(LOW, count, "sms_budget_low");
            reportAt(SPENT, count, "sms_budget_spent");
        });
        return used.isPresent();
    }

    @Override
    public void release(Instant when) {
        today.budget().release(when);
    }

    @Override
    public void release() {
        today.budget().release();
    }

    private void reportAt(int percent, int used, String error) {
        if (today.budget().isFirstToReach(percent, used)) {
            LOG.warnf("%s has used %d of its %d text messages for today", name(), used, most());
            EventBuilder event = new EventBuilder(
                            realm, session, session.getContext().getConnection())
                    .event(EventType.CUSTOM_REQUIRED_ACTION)
                    .detail(EventDetails.SECOND_FACTOR, SmsCredential.TYPE)
                    .detail("used", Integer.toString(used))
                    .detail("limit", Integer.toString(most()));
            organization().ifPresent(id -> event.detail(Details.ORG_ID, id));
            ErrorEvents.emitAfterTransaction(session, event, error);
        }
    }

    private String name() {
        String tenant = "tenant " + realm.getName();
        return organization().map(id -> "organization " + id + " of " + tenant).orElse(tenant);
    }
}
