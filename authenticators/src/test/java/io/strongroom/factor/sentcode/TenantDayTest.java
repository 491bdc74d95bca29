package io.strongroom.factor.sentcode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.strongroom.factor.LoginTenant;
import io.strongroom.factor.TestTenants;
import io.strongroom.state.InMemoryOneTimeStore;
import io.strongroom.state.MutableClock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("X15 X3 The daily counts to which a tenant's message belongs")
class TenantDayTest {

    private static final String PER_DAY = "twoFactor.sms.perTenantPerDay";
    private static final Map<String, String> REALM = Map.of(PER_DAY, "3");

    private final MutableClock clock = new MutableClock();
    private final InMemoryOneTimeStore store = new InMemoryOneTimeStore(clock);

    private List<TenantDay> days(LoginTenant tenant) {
        return TenantDay.of("sms", tenant, store, clock);
    }

    private static LoginTenant organization(String name, String perDay) {
        return TestTenants.organization(name, perDay == null ? Map.of() : Map.of(PER_DAY, perDay), REALM);
    }

    /** Takes a slot of each, as a message does. */
    private boolean take(LoginTenant tenant) {
        return days(tenant).stream().allMatch(day -> day.budget().take().isPresent());
    }

    @Test
    @DisplayName("are the organization's and the realm's")
    void both() {
        List<TenantDay> days = days(organization("acme", "2"));

        assertEquals(
                List.of(Optional.of("id-of-acme"), Optional.empty()),
                days.stream().map(TenantDay::organization).toList());
        assertEquals(List.of(2, 3), days.stream().map(day -> day.budget().max()).toList());
    }

    @Test
    @DisplayName("are the realm's alone if the organization limits nothing, or the message is the realm's own")
    void realmOnly() {
        assertEquals(1, days(organization("acme", null)).size());
        assertEquals(1, days(TestTenants.realm(REALM)).size());
    }

    @Test
    @DisplayName("stop one organization and not the other")
    void separate() {
        assertTrue(take(organization("acme", "1")));

        assertFalse(take(organization("acme", "1")));
        assertTrue(take(organization("globex", "1")));
    }

    @Test
    @DisplayName("attack: a large number of an organization does not raise the realm's")
    void withinRealm() {
        for (int message = 1; message <= 3; message++) {
            assertTrue(take(organization("acme", "1000000")));
        }

        assertFalse(take(organization("acme", "1000000")));
        assertFalse(take(TestTenants.realm(REALM)));
    }

    @Test
    @DisplayName("include the messages of organizations in the realm's")
    void countedInRealm() {
        take(organization("acme", null));
        take(organization("globex", "2"));

        assertEquals(2, days(TestTenants.realm(REALM)).get(0).budget().used());
    }

    @Test
    @DisplayName("are separate for each channel")
    void channels() {
        take(organization("acme", "1"));

        assertEquals(
                0,
                TenantDay.of("email", organization("acme", "1"), store, clock)
                        .get(0)
                        .budget()
                        .used());
    }
}
