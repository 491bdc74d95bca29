package io.strongroom.factor.sms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.strongroom.gateway.SmsSegments;
import io.strongroom.policy.TenantPolicy;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("C16 a tenant's own words")
class SmsWordingTest {

    private static SmsWording wording(String template, String tenant) {
        TenantPolicy policy = TenantPolicy.parse(Map.of("twoFactor.sms.template", template)::get);
        return new SmsWording(policy.sms().template(), tenant);
    }

    @Test
    @DisplayName("are measured with the longest code and the tenant's name")
    void longest() {
        assertEquals(
                Optional.of(SmsSegments.of("88888888 10 Acme")),
                wording("{code} {minutes} {tenant}", "Acme").longest());
    }

    @Test
    @DisplayName("are used while they take three messages at most")
    void three() {
        String fixed = "a".repeat(3 * 153 - "88888888".length());

        assertTrue(wording(fixed + "{code}", "Acme").usable().isPresent());
        assertTrue(wording(fixed + "a{code}", "Acme").usable().isEmpty());
    }

    @Test
    @DisplayName("get longer by a name that is not in the GSM alphabet")
    void unicode() {
        String fixed = "a".repeat(200);

        assertTrue(wording(fixed + "{code}{tenant}", "Acme").usable().isPresent());
        assertTrue(wording(fixed + "{code}{tenant}", "東京").usable().isEmpty());
    }

    @Test
    @DisplayName("a text that has lost the code gets it put in front")
    void withCode() {
        assertEquals("012345 Welcome", SmsText.withCode("Welcome", "012345"));
        assertEquals("Your 012345", SmsText.withCode("Your 012345", "012345"));
    }
}
