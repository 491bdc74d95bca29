package io.strongroom.factor.sms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.strongroom.gateway.SmsSegments;
import io.strongroom.policy.TenantPolicy;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("C16 A tenant's own message template")
class SmsWordingTest {

    private static SmsWording wording(String template, String tenant) {
        TenantPolicy policy = TenantPolicy.parse(Map.of("twoFactor.sms.template", template)::get);
        return new SmsWording(policy.sms().template(), tenant);
    }

    @Test
    @DisplayName("is measured with the longest code and the tenant's name")
    void longest() {
        assertEquals(
                Optional.of(SmsSegments.of("88888888 10 Acme")),
                wording("{code} {minutes} {tenant}", "Acme").longest());
    }

    @Test
    @DisplayName("is used if it needs at most three segments")
    void three() {
        String fixed = "a".repeat(3 * 153 - "88888888".length());

        assertTrue(wording(fixed + "{code}", "Acme").usable().isPresent());
        assertTrue(wording(fixed + "a{code}", "Acme").usable().isEmpty());
    }

    @Test
    @DisplayName("needs more segments with a name outside the GSM alphabet")
    void unicode() {
        String fixed = "a".repeat(200);

        assertTrue(wording(fixed + "{code}{tenant}", "Acme").usable().isPresent());
        assertTrue(wording(fixed + "{code}{tenant}", "東京").usable().isEmpty());
    }

    @Test
    @DisplayName("gets the code prepended if it lacks one")
    void withCode() {
        assertEquals("012345 Welcome", SmsText.withCode("Welcome", "012345"));
        assertEquals("Your 012345", SmsText.withCode("Your 012345", "012345"));
    }
}
