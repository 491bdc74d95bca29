package io.strongroom.factor.sms;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.strongroom.factor.TestTenants;
import io.strongroom.gateway.SmsMessage;
import io.strongroom.phone.PhoneNumber;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("X15 The sender of messages of an organization")
class OrganizationSenderTest {

    private static String sender(String name, Map<String, String> attributes, Map<String, String> ofRealm) {
        return SenderId.of(TestTenants.organization(name, attributes, ofRealm)).shown();
    }

    @ParameterizedTest(name = "of {0} is {1} if no sender is set")
    @CsvSource({"Acme,Acme", "東京商事,The Bank", "Acme Industries,Acme Indust", "'\u202E',The Bank", "Åkers Å,Akers A"})
    void byName(String name, String expected) {
        assertEquals(expected, sender(name, Map.of(), Map.of()));
    }

    @Test
    @DisplayName("is its own, else the realm's")
    void set() {
        assertEquals(
                "ACME", sender("Acme", Map.of("twoFactor.sms.sender", "ACME"), Map.of("twoFactor.sms.sender", "Bank")));
        assertEquals("Bank", sender("Acme", Map.of(), Map.of("twoFactor.sms.sender", "Bank")));
    }

    @Test
    @DisplayName("does not change the realm's name that gateways see")
    void gateways() {
        SmsMessage message = SmsText.message(
                TestTenants.organization("Acme", Map.of(), Map.of()), new PhoneNumber("+46701740605"), "text");

        assertEquals("bank", message.tenant());
        assertEquals("Acme", message.sender());
    }

    @Test
    @DisplayName("attack: a name of 255 characters in another alphabet makes no text of its own too long")
    void longName() {
        String template = "{code} {tenant}";
        SmsWording wording = SmsWording.of(
                TestTenants.organization("東".repeat(255), Map.of("twoFactor.sms.template", template), Map.of()));

        assertEquals(1, wording.longest().orElseThrow().segments());
    }
}
