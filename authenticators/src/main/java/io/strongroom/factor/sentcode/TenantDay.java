package io.strongroom.factor.sentcode;

import io.strongroom.factor.LoginTenant;
import io.strongroom.policy.OrganizationTenant;
import io.strongroom.state.OneTimeStore;
import io.strongroom.throttle.DailyBudget;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A tenant's count of a channel's messages today.
 *
 * @param organization id of the organization; empty for the realm
 */
public record TenantDay(Optional<String> organization, DailyBudget budget) {

    /**
     * Returns the counts to which a tenant's message belongs: the organization's, if it limits its messages, and the
     * realm's, which counts every message.
     *
     * @param channel name of the channel
     */
    public static List<TenantDay> of(String channel, LoginTenant tenant, OneTimeStore store, Clock clock) {
        String key = channel + ":" + tenant.realm().getId();
        TenantDay realm = new TenantDay(
                Optional.empty(),
                new DailyBudget(store, clock, key, tenant.sms().limits().perTenantPerDay()));
        return Stream.concat(
                        tenant.organization().flatMap(found -> of(key, found, store, clock)).stream(), Stream.of(realm))
                .toList();
    }

    private static Optional<TenantDay> of(
            String key, OrganizationTenant organization, OneTimeStore store, Clock clock) {
        return organization.policy().messagesPerDay().stream()
                .mapToObj(max -> new DailyBudget(store, clock, key + ":" + organization.id(), max))
                .map(budget -> new TenantDay(Optional.of(organization.id()), budget))
                .findFirst();
    }
}
