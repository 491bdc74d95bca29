package io.strongroom.factor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("X15 The tenant of a login")
class LoginTenantTest {

    private static final Map<String, String> REALM =
            Map.of("twoFactor.sms.sender", "Bank", "twoFactor.sms.template", "{code} for {tenant}");

    @Test
    @DisplayName("has the realm's name, sender and text without an organization")
    void realm() {
        LoginTenant tenant = TestTenants.realm(REALM);

        assertEquals("The Bank", tenant.name());
        assertEquals(Optional.empty(), tenant.organizationName());
        assertEquals("Bank", tenant.sms().sender());
    }

    @Test
    @DisplayName("has the organization's name, and the realm's sender and text unless the organization has its own")
    void organization() {
        LoginTenant plain = TestTenants.organization("Acme", Map.of(), REALM);
        LoginTenant own = TestTenants.organization("Acme", Map.of("twoFactor.sms.sender", "ACME"), REALM);

        assertEquals(List.of("Acme", "The Bank", "bank"), plain.names());
        assertEquals("Bank", plain.sms().sender());
        assertEquals("ACME", own.sms().sender());
        assertEquals("{code} for {tenant}", own.sms().template().orElseThrow().text());
    }

    @Test
    @DisplayName("attack: keeps the realm's limits, countries and gateways, whatever is set on the organization")
    void realmsRules() {
        Map<String, String> attributes = Map.of(
                "twoFactor.sms.perUserPerHour", "1000",
                "twoFactor.sms.perTenantPerDay", "1000000",
                "twoFactor.sms.allowedCountries", "US",
                "twoFactor.sms.gateway", "inbox",
                "twoFactor.sms.codeLength", "8");

        LoginTenant tenant = TestTenants.organization("Acme", attributes, Map.of());

        assertEquals(TestTenants.realm(Map.of()).sms(), tenant.sms());
    }

    @Test
    @DisplayName("has the realm's name if the organization's can't be shown")
    void unshowable() {
        assertEquals(
                "The Bank", TestTenants.organization("\u200B", Map.of(), REALM).name());
    }
}
